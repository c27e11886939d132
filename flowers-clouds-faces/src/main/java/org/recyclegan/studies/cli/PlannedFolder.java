package org.recyclegan.studies.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recyclegan.video.InputException;
import org.recyclegan.video.WholeFile;

/** The file that says which study a folder holds: a command that means another one is refused. */
final class StudyPlanFile {

  private static final String NAME = "study.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;

  StudyPlanFile(Path folder) {
    this.folder = folder;
  }

  /** Two values of one option. */
  private record Change(String name, String before, String now) {}

  /**
   * Begins a study in a new folder, or goes on with the one in it.
   *
   * @param plan what must not change
   * @return whether there is a study to go on with
   * @throws InputException if the folder holds another study, or something else
   */
  boolean begin(Object plan) throws IOException {
    String text = Json.text(plan);
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      requireSame(MAPPER.readTree(Files.readString(file)), MAPPER.readTree(text));
      return true;
    }
    requireEmpty();
    Files.createDirectories(folder);
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    return false;
  }

  private void requireSame(JsonNode begun, JsonNode now) throws InputException {
    Optional<Change> change = change("", begun, now);
    if (change.isPresent()) {
      throw new InputException(
          "Going on with " + folder + " with " + change.get().name() + " changed",
          change.get().before(),
          change.get().now(),
          "Repeat the command as it was, or begin another --out.");
    }
  }

  private static Optional<Change> change(String name, JsonNode before, JsonNode now) {
    if (!before.isObject() || !now.isObject()) {
      return before.equals(now)
          ? Optional.empty()
          : Optional.of(new Change(name, said(before), said(now)));
    }
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .flatMap(
            part ->
                change(name.isEmpty() ? part : name + "." + part, before.path(part), now.path(part))
                    .stream())
        .findFirst();
  }

  private static String said(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.isTextual() ? value.asText() : "" + value;
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new InputException(
        "--out " + folder,
        "a new or empty folder, or a study to go on with",
        "other files",
        "Choose another --out.");
  }
}
