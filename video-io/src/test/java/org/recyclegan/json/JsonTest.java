package org.recyclegan.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;

/** The two namings, and that a record is read whole or not at all. */
class JsonTest {

  @TempDir private Path folder;

  /** Known to users by another name than in the source. */
  enum Kind {
    TWO_WORDS;

    @Override
    public String toString() {
      return "two-words";
    }
  }

  /** Every type that the strictness is about. */
  record Sample(int stepCount, double learningRate, Kind kind, List<String> names) {}

  private static final Sample SAMPLE = new Sample(3, 0.5, Kind.TWO_WORDS, List.of("a", "ä"));

  @Test
  void recordsAreNamedAsInJavaAndEnumsAsUsersKnowThem() throws IOException {
    String line =
        "{\"stepCount\":3,\"learningRate\":0.5,\"kind\":\"two-words\",\"names\":[\"a\",\"ä\"]}";
    assertEquals(line, Json.RECORDS.line(SAMPLE));
    assertEquals(SAMPLE, Json.RECORDS.parse(line, Sample.class));
    assertEquals(SAMPLE, Json.RECORDS.parse(Json.RECORDS.text(SAMPLE), Sample.class));
  }

  @Test
  void resultsAreNamedInSnakeCaseInTheOrderOfTheRecord() {
    assertEquals(
        List.of("step_count", "learning_rate", "kind", "names"),
        List.copyOf(Json.RESULTS.fields(SAMPLE).keySet()));
    assertEquals(0.5, Json.RESULTS.tree(SAMPLE).path("learning_rate").asDouble());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A component is missing, null, too much or of another kind.
        "{'learningRate':0.5,'kind':'two-words','names':[]}",
        "{'stepCount':3,'learningRate':0.5,'kind':'two-words'}",
        "{'stepCount':null,'learningRate':0.5,'kind':'two-words','names':[]}",
        "{'stepCount':3,'learningRate':0.5,'kind':null,'names':[]}",
        "{'stepCount':3,'learningRate':0.5,'kind':'two-words','names':[],'more':1}",
        "{'stepCount':3,'learningRate':0.5,'kind':'TWO_WORDS','names':[]}",
        "{'stepCount':3,'learningRate':0.5,'kind':'two-words','names':[]} {}",
        "{'stepCount':3,'learningRate':0.5,'kind':'two-words','names':[]",
        "null",
      })
  void recordsThatAreNotWholeAreRefused(String text) {
    String json = text.replace('\'', '"');
    assertThrows(JsonProcessingException.class, () -> Json.RECORDS.parse(json, Sample.class));
  }

  /** Written in another encoding, cut off, or something else altogether. */
  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = folder.resolve("config.json");
    for (byte[] bytes : List.of(new byte[] {'{', '"'}, new byte[] {(byte) 0xff, (byte) 0xfe, 1})) {
      Files.write(file, bytes);
      InputException e =
          assertThrows(InputException.class, () -> Json.RECORDS.read(file, Sample.class));
      assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e::getMessage);
    }
  }

  /** Which is no damage, and is told apart by those who read what may not be there yet. */
  @Test
  void aMissingFileIsNotADamagedOne() {
    IOException e =
        assertThrows(
            IOException.class, () -> Json.RECORDS.read(folder.resolve("none"), Sample.class));
    assertTrue(e instanceof NoSuchFileException || e instanceof FileNotFoundException, e::toString);
  }

  @Test
  void nestingIsLimitedExactly() throws IOException {
    int most = ReadLimits.JSON_DEPTH;
    Json.RESULTS.parse("[".repeat(most) + "]".repeat(most), List.class);
    assertThrows(
        JsonProcessingException.class,
        () -> Json.RESULTS.parse("[".repeat(most + 1) + "]".repeat(most + 1), List.class));
  }
}
