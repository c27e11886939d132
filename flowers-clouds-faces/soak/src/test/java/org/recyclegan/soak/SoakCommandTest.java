package org.recyclegan.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.Invocation;
import org.recyclegan.cli.Launch;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.json.Json;

/** {@code scripts/soak} in seconds. */
class SoakCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int soak(boolean stopped, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "--out";
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    Invocation invocation =
        new Invocation(
            new PrintWriter(out), new PrintWriter(err), false, () -> stopped, List.of(args));
    return Launch.run(args, invocation, SoakMain.program(invocation));
  }

  @Test
  void killsAndMutantsShareOneCommandAndItsCounts() throws IOException {
    int code =
        soak(
            false,
            "--seed=3",
            "--minutes=9",
            "--only=retarget,mutants",
            "--kills=4",
            "--mutants=24",
            "--reader=FLOW",
            "--reader=REPORT");
    assertEquals(ExitCode.OK, code, err.toString());
    JsonNode counts = Json.RESULTS.parse(out.toString(), JsonNode.class);
    assertEquals(25, counts.path("faults_tried").asInt(), counts.toString());
    assertEquals(25, counts.path("survived").asInt(), counts.toString());
    assertEquals(0, counts.path("data_lost").size(), counts.toString());
    JsonNode kills = counts.path("campaigns").path(0);
    assertEquals("retarget", kills.path("faults").asText());
    assertTrue(kills.path("details").path("results_equal_to_undisturbed").asInt() > 0);
    JsonNode mutants = counts.path("campaigns").path(1);
    assertEquals("mutants", mutants.path("faults").asText());
    assertEquals(24, mutants.path("tried").asInt());
    assertTrue(err.toString().contains("25 faults"), err.toString());
    assertTrue(err.toString().contains("25 survived"), err.toString());
    assertTrue(err.toString().contains("none"), err.toString());
  }

  @Test
  void aSoakThatTriedNothingHasNotPassed() {
    assertEquals(ExitCode.FAILURE, soak(false, "--only=mutants", "--reader=FLOW", "--mutants=0"));
  }

  @Test
  void aStoppedSoakTriesNothingMore() throws IOException {
    assertEquals(ExitCode.INTERRUPTED, soak(true));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void unknownFaultsAreRefused() {
    assertEquals(ExitCode.USAGE, soak(false, "--only=trian"));
    assertTrue(err.toString().contains("train?"), err.toString());
  }
}
