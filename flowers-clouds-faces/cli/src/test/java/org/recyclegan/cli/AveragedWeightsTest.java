package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Averaged generators as they are asked for on the command line. */
class AveragedWeightsTest {

  private static final String CLIP = " @clips/test-a-000.mp4 --finish none --device cpu ";

  @TempDir private static Path folder;

  private final Workbench bench = new Workbench(folder);

  @BeforeAll
  static void drawAndTrain() {
    new Workbench(folder)
        .draw()
        .train("run", "--steps 3")
        .train("plain", "--steps 3 --average-half-life 0");
  }

  private static String json(String file, String pointer) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(file).toFile()).at(pointer).asText();
  }

  private static String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
  }

  @Test
  void averagesAreUsedUnlessTheOthersAreAskedFor() throws IOException {
    bench.succeeds("retarget @run" + CLIP + "-o @usual.mkv");
    assertFalse(bench.told().contains("no averaged"), bench.told());
    bench.succeeds("retarget @run" + CLIP + "-o @raw.mkv --weights raw");
    String weights = "/parameters/weights";
    assertEquals("averaged", json("usual.mkv.provenance.json", weights));
    assertEquals("raw", json("raw.mkv.provenance.json", weights));
    bench.succeeds("export @run --format safetensors -o @usual.safetensors");
    bench.succeeds("export @run --format safetensors -o @raw.safetensors --weights raw");
    assertTrue(text("usual.safetensors").contains("\"weights\":\"averaged\""));
    assertTrue(text("raw.safetensors").contains("\"weights\":\"raw\""));
    bench.refuses("export @run -o @x.pt --weights middling", "averaged, raw", "middling");
  }

  @Test
  void aRunWithoutAveragesSaysSoWhereTheyAreAskedFor() throws IOException {
    bench.succeeds("retarget @plain" + CLIP + "-o @plain.mkv");
    assertFalse(bench.told().contains("no averaged"), bench.told());
    bench.succeeds("retarget @plain" + CLIP + "-o @asked.mkv --weights averaged");
    bench.says("no averaged weights");
    assertEquals("raw", json("asked.mkv.provenance.json", "/parameters/weights"));
    bench.succeeds("export @plain -o @plain.pt --weights averaged");
    bench.says("no averaged weights");
    assertNotEquals(
        json("run/config.json", "/optimisation/averageHalfLife"),
        json("plain/config.json", "/optimisation/averageHalfLife"));
  }

  @Test
  void aRunOfBeforeThereWereAveragesGoesOn() throws IOException {
    bench.train("old", "--steps 2 --average-half-life 0");
    Path config = folder.resolve("old/config.json");
    String text = Files.readString(config);
    String before = text.replaceFirst(",\\s*\"averageHalfLife\" : 0", "");
    assertNotEquals(text, before);
    Files.writeString(config, before);
    bench.succeeds("train --out @old --resume --more-steps 1");
    bench.says("finished at step 3");
    assertEquals("0", json("old/config.json", "/optimisation/averageHalfLife"));
    bench.refuses(
        "train --out @old --resume --average-half-life 9", "optimisation.averageHalfLife");
  }

  @Test
  void aHalfLifeBelowZeroIsRefused() {
    bench.refuses(bench.training("x") + "--average-half-life -1", "at least 0 steps", "-1");
    assertTrue(Files.notExists(folder.resolve("x")));
  }
}
