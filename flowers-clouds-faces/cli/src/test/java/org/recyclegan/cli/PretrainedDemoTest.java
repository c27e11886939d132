package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.studies.demo.PretrainedFlowers;

/** The checkpoint that comes with the program, and what it is shown with. */
class PretrainedDemoTest {

  private static final int LARGEST_BYTES = 4_000_000;

  /** flowers.txt says what was reached; a copy of the daisy has 10.7 dB. */
  private static final double LEAST_CORRELATION = 0.97;

  private static final double LEAST_PSNR = 24.5;

  @TempDir private Path folder;

  private final Console console = new Console();

  @Test
  void theCheckpointIsTheOneThatItsStoryTells() throws IOException {
    byte[] checkpoint =
        Resources.toByteArray(PretrainedFlowers.resource(PretrainedFlowers.CHECKPOINT));
    String story =
        Resources.toString(
            PretrainedFlowers.resource(PretrainedFlowers.STORY), StandardCharsets.UTF_8);
    String hash = Hashing.sha256().hashBytes(checkpoint).toString();
    assertTrue(story.contains("SHA-256 " + hash), "found " + hash);
    assertTrue(checkpoint.length < LARGEST_BYTES, "bytes: " + checkpoint.length);
  }

  @Test
  void theDemoLeavesWhatItPromisesAndTheTruthAgrees() throws IOException {
    Path demo = folder.resolve("demo");
    assertEquals(
        ExitCode.OK,
        console.run("demo", "--pretrained", "--out", demo.toString(), "--device", "cpu"),
        console.told());
    for (String name :
        List.of("side-by-side.mp4", "contact-sheet.png", "flowers.txt", "clips/state.csv")) {
      assertTrue(Files.size(demo.resolve(name)) > 0, name);
    }
    assertEquals(console.out(), Files.readString(demo.resolve("WHAT-TO-LOOK-AT.txt")));
    assertEquals(
        OutputProvenance.State.MATCH, OutputProvenance.verify(demo.resolve("retargeted.mp4")));
    Report report = new ReportFolder(demo.resolve("report")).read();
    assertEquals(
        List.of("source", "output", "truth"),
        report.scenes().get(0).clips().stream().map(Scene.Clip::role).toList());
    JsonNode numbers = new ObjectMapper().readTree(demo.resolve("numbers.json").toFile());
    assertTrue(numbers.path("correlation_bloom").asDouble() > LEAST_CORRELATION, "" + numbers);
    assertTrue(numbers.path("correlation_sway").asDouble() > LEAST_CORRELATION, "" + numbers);
    assertTrue(numbers.path("psnr").asDouble() > LEAST_PSNR, "" + numbers);
    theOtherDirectionIsThereToo(demo);
  }

  private void theOtherDirectionIsThereToo(Path demo) {
    String checkpoint = demo.resolve(PretrainedFlowers.CHECKPOINT).toString();
    String peony = demo.resolve("clips/test-b-000.mp4").toString();
    String[] args = {
      "retarget", checkpoint, peony, "-o", "" + folder.resolve("daisy.mkv"), "--direction", "b2a"
    };
    assertEquals(ExitCode.OK, console.run(args), console.told());
  }

  @Test
  void interruptedItLeavesNothingHalf() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    console.stopWhen(() -> asked.incrementAndGet() > 5);
    Path demo = folder.resolve("demo");
    assertEquals(
        ExitCode.INTERRUPTED,
        console.run("demo", "--pretrained", "--out", demo.toString()),
        console.told());
    try (var left = Files.list(demo.resolve("clips"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
