package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.json.Json;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.StudyTable;
import org.recyclegan.worlds.Worlds;

/** Every chapter of the page of results is what the tool says about the results beside it. */
class ResultsPageTest {

  private static final Path DOCS = Path.of("..", "..", "docs");

  static Stream<Path> studies() throws IOException {
    try (Stream<Path> files = Files.list(DOCS.resolve("studies"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void theChapterIsThatOfTheResults(Path study) throws IOException {
    String chapter = new StudyTable(Json.RESULTS.read(study, StudyResults.class)).markdown();
    String page = Files.readString(DOCS.resolve("results.md"));
    assertTrue(page.contains(chapter), study + " says:\n" + chapter);
  }

  @Test
  void everyWorldWasStudied() throws IOException {
    assertEquals(
        Worlds.all().stream().map(world -> world.name() + ".json").sorted().toList(),
        studies().map(file -> file.getFileName().toString()).toList());
  }
}
