package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Retargeting, inspecting, exporting and importing through the command line. */
@ExtendWith(TrainedFlowers.Shared.class)
class RetargetTest {

  @TempDir private Path folder;

  private final TrainedFlowers flowers;
  private final Console console = new Console();

  RetargetTest(TrainedFlowers flowers) {
    this.flowers = flowers;
  }

  @ParameterizedTest
  @CsvSource({
    "a2b, result.mp4, 32",
    "b2a, result.webm, 32",
    "a2b, result.mkv, 32",
    "a2b, pictures, 32",
    "b2a, 'with blanks.gif', 32"
  })
  void everyFrameIsRetargeted(String direction, String name, int width) throws IOException {
    Path output = folder.resolve(name);
    assertEquals(
        ExitCode.OK, flowers.retarget(console, output, "--direction", direction), console.told());
    try (FrameSource video = VideoReader.open(output)) {
      assertEquals(width, video.info().width());
      int frames = 0;
      while (video.next() != null) {
        frames++;
      }
      assertEquals(TrainedFlowers.FRAMES, frames);
    }
    assertEquals(output + System.lineSeparator(), console.out());
  }

  @Test
  void sideBySideIsTwiceAsWide() throws IOException {
    Path output = folder.resolve("both.mkv");
    assertEquals(ExitCode.OK, flowers.retarget(console, output, "--side-by-side"), console.told());
    try (FrameSource video = VideoReader.open(output)) {
      assertEquals(64, video.info().width());
    }
  }

  @Test
  void theOutputSaysThatItIsSynthetic() throws IOException {
    Path output = folder.resolve("x.mp4");
    assertEquals(ExitCode.OK, flowers.retarget(console, output), console.told());
    assertEquals(ExitCode.OK, console.run("inspect", output.toString()), console.told());
    assertTrue(console.out().contains("Synthetic video"), console.out());
  }

  @Test
  void anExistingOutputSurvivesWithoutForce() throws IOException {
    Path output = Files.writeString(folder.resolve("mine.mp4"), "mine");
    assertEquals(ExitCode.USAGE, flowers.retarget(console, output));
    assertEquals("mine", Files.readString(output));
    assertTrue(console.err().contains("--force"), console.err());
    assertEquals(ExitCode.OK, flowers.retarget(console, output, "--force"), console.told());
    assertFalse(Files.readString(output, StandardCharsets.ISO_8859_1).equals("mine"));
  }

  @Test
  void anInterruptedRetargetingLeavesNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    console.stopWhen(() -> asked.incrementAndGet() > 3);
    assertEquals(ExitCode.INTERRUPTED, flowers.retarget(console, folder.resolve("x.mp4")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatIsMissingIsNamed() {
    Path missing = folder.resolve("missing.mp4");
    String run = flowers.run().toString();
    String output = folder.resolve("x.mp4").toString();
    assertEquals(ExitCode.USAGE, console.run("retarget", run, missing.toString(), "-o", output));
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run(
            "retarget", missing.toString(), flowers.clip("a-000").toString(), "-o", output));
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertEquals(ExitCode.USAGE, flowers.retarget(console, Path.of(output), "--checkpoint", "77"));
    assertTrue(console.err().contains("[0, 3]"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run(
            "train", "--a", missing.toString(), "--b", missing.toString(), "--out", output));
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertFalse(Files.exists(Path.of(output)));
  }

  @Test
  void generatorsGoOutAndOfficialOnesComeIn() throws IOException {
    Path script = folder.resolve("generator.pt");
    String run = flowers.run().toString();
    String[] export = {"export", run, "-o", script.toString(), "--direction", "b2a"};
    assertEquals(ExitCode.OK, console.run(export), console.told());
    assertTrue(Files.size(script) > 1000);
    assertEquals(ExitCode.USAGE, console.run(export));
    assertTrue(console.err().contains("--force"), console.err());
    Path both = folder.resolve("generators.safetensors");
    assertEquals(
        ExitCode.OK,
        console.run("export", run, "-o", both.toString(), "--format", "checkpoint"),
        console.told());
    Path elsewhere = folder.resolve("elsewhere.mkv");
    String source = flowers.clip("test-a-000").toString();
    assertEquals(
        ExitCode.OK,
        console.run("retarget", both.toString(), source, "-o", elsewhere.toString()),
        console.told());
    assertArrayEquals(
        flowers.generator(console, flowers.run(), folder), TrainedFlowers.firstFrame(elsewhere));
    Path imported = folder.resolve("imported");
    Path official = Path.of("../../recycle/src/test/resources/pth/zip");
    assertEquals(
        ExitCode.OK,
        console.run("import", official.toString(), "--out", imported.toString()),
        console.told());
    Path output = folder.resolve("x.mkv");
    assertEquals(
        ExitCode.OK,
        console.run("retarget", imported.toString(), source, "-o", "" + output),
        console.told());
    try (FrameSource video = VideoReader.open(output)) {
      assertEquals(32, video.info().width());
    }
  }

  @Test
  void inspectKnowsRunsCheckpointsAndVideos() {
    Path run = flowers.run();
    assertEquals(ExitCode.OK, console.run("inspect", run.toString(), "--json"), console.told());
    assertTrue(console.out().contains("\"kind\" : \"run\""), console.out());
    assertTrue(console.out().contains("recycle-temporal"), console.out());
    Path checkpoint = run.resolve("checkpoints/step-000003.safetensors");
    assertEquals(ExitCode.OK, console.run("inspect", checkpoint.toString()), console.told());
    assertTrue(console.out().contains("checkpoint"), console.out());
    assertEquals(
        ExitCode.OK, console.run("inspect", flowers.clip("a-000").toString()), console.told());
    assertTrue(console.out().contains("h264"), console.out());
  }
}
