package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Files from strangers through the command line, and what is told of files for strangers. */
class StrangersTest {

  /** Drawn and trained once: no test changes it. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void drawAndTrain() throws IOException {
    StrangersTest first = new StrangersTest();
    String draw = "draw faces --out @clips --size 32 --frames 8 --clips 1";
    assertEquals(ExitCode.OK, first.run(draw), first.console.told());
    String train =
        "train --a @clips/a-000.mp4 --b @clips/b-000.mp4 --out @run --size 32 --steps 1"
            + " --device cpu --isolate-decoding";
    assertEquals(ExitCode.OK, first.run(train), first.console.told());
    Files.writeString(shared.resolve("bad.mp4"), "not a video");
  }

  /** The arguments with {@code @} for the shared folder and {@code #} for this test's. */
  private int run(String command) {
    String[] args = command.replace("@", shared + "/").replace("#", folder + "/").split(" ");
    return console.run(args);
  }

  private static byte[] firstFrame(Path video) throws IOException {
    try (FrameSource source = VideoReader.open(video)) {
      return source.next().rgb();
    }
  }

  @Test
  void oneBadFileDoesNotFailTheOthers() {
    String inputs = "@clips/test-a-000.mp4 @bad.mp4 @clips/a-000.mp4";
    assertEquals(
        ExitCode.FAILURE,
        run("retarget @run " + inputs + " --out-dir #many --isolate-decoding --extension mkv"));
    assertTrue(Files.exists(folder.resolve("many/test-a-000.mkv")), console.told());
    assertTrue(Files.exists(folder.resolve("many/a-000.mkv")), console.told());
    assertFalse(Files.exists(folder.resolve("many/bad.mkv")), console.told());
    assertTrue(console.err().contains("1 of 3"), console.told());
  }

  @Test
  void decodingElsewhereMakesTheSameVideo() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #here.mkv"), console.told());
    assertEquals(
        ExitCode.OK,
        run("retarget @run @clips/a-000.mp4 -o #there.mkv --isolate-decoding"),
        console.told());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("here.mkv")),
        Files.readAllBytes(folder.resolve("there.mkv")));
  }

  @Test
  void facesAreLabelledUnlessToldOtherwise() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #faces.mkv"), console.told());
    assertEquals(
        ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #bare.mkv --no-label"), console.told());
    byte[] labelled = firstFrame(folder.resolve("faces.mkv"));
    byte[] bare = firstFrame(folder.resolve("bare.mkv"));
    int differing = 0;
    for (int i = 0; i < bare.length; i++) {
      // 19 columns and 9 rows in the corner are the label's: SYN, as the whole word is too wide.
      boolean inLabel = i / 96 >= 23 && i % 96 >= 3 * 13;
      if (labelled[i] != bare[i]) {
        assertTrue(inLabel, "sample " + i);
        differing++;
      }
    }
    assertTrue(differing > 300, "samples: " + differing);
  }

  @Test
  void inspectHoldsAVideoAgainstItsProvenance() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #out.mp4"), console.told());
    assertEquals(ExitCode.OK, run("inspect #out.mp4 --isolate-decoding"), console.told());
    assertTrue(console.out().contains("synthetic tag     present"), console.told());
    assertTrue(console.out().contains("provenance        match"), console.told());
    assertTrue(console.out().contains("name a-000.mp4, sha256 "), console.told());
    Path video = folder.resolve("out.mp4");
    Files.writeString(video, "!", StandardOpenOption.APPEND);
    assertEquals(ExitCode.OK, run("inspect #out.mp4"), console.told());
    assertTrue(console.out().contains("provenance        changed"), console.told());
    Files.delete(folder.resolve("out.mp4.provenance.json"));
    assertEquals(ExitCode.OK, run("inspect #out.mp4"), console.told());
    assertTrue(console.out().contains("provenance        absent"), console.told());
  }

  @Test
  void picturesHaveTheirProvenanceToo() {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #pictures"), console.told());
    assertEquals(ExitCode.OK, run("inspect #pictures"), console.told());
    assertTrue(console.out().contains("synthetic tag     present"), console.told());
    assertTrue(
        console.out().contains("provenance          match") || console.told().contains("match"));
  }

  @Test
  void aReplacedVideoHasAProvenanceOfItsOwn() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #out.gif"), console.told());
    assertEquals(
        ExitCode.OK,
        run("retarget @run @clips/b-000.mp4 -o #out.gif --force --no-label"),
        console.told());
    String said = Files.readString(folder.resolve("out.gif.provenance.json"));
    assertTrue(said.contains("b-000.mp4"), said);
    assertEquals(ExitCode.OK, run("inspect #out.gif"), console.told());
    assertTrue(console.out().contains("match"), console.told());
  }

  @Test
  void evaluatingDecodesElsewhereToo() {
    String command = "evaluate @clips/a-000.mp4 --source @bad.mp4 --isolate-decoding";
    assertEquals(ExitCode.USAGE, run(command), console.told());
    assertTrue(console.err().contains("bad.mp4"), console.told());
    String good = "evaluate @clips/a-000.mp4 --source @clips/b-000.mp4 --metrics flickering";
    assertEquals(ExitCode.OK, run(good + " --isolate-decoding"), console.told());
    assertTrue(console.out().contains("flickering"), console.told());
  }

  @Test
  void theDoctorFindsWhatTheTestsRunOn() {
    assertEquals(ExitCode.OK, run("doctor"), console.told());
    for (String name : List.of("java", "pytorch", "ffmpeg", "opencv", "encoders", "processor")) {
      assertTrue(console.out().matches("(?s).*(ok|note) +" + name + " .*"), name + console.told());
    }
    assertEquals(ExitCode.OK, run("doctor --json"), console.told());
    assertTrue(console.out().contains("\"name\" : \"ffmpeg\""), console.told());
  }
}
