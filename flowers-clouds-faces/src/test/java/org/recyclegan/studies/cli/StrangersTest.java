package org.recyclegan.studies.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoReader;

/** Files from strangers through the command line, and what is told of files for strangers. */
class StrangersTest {

  /** Drawn and trained once: no test changes it. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void drawAndTrain() throws IOException {
    StrangersTest first = new StrangersTest();
    String draw = "draw faces --out @clips --size 32 --frames 8 --clips 1";
    assertEquals(ExitCode.OK, first.run(draw), first.told());
    String train =
        "train --a @clips/a-000.mp4 --b @clips/b-000.mp4 --out @run --size 32 --steps 1"
            + " --device cpu --isolate-decoding";
    assertEquals(ExitCode.OK, first.run(train), first.told());
    Files.writeString(shared.resolve("bad.mp4"), "not a video");
  }

  /** The arguments with {@code @} for the shared folder and {@code #} for this test's. */
  private int run(String command) {
    String[] args = command.replace("@", shared + "/").replace("#", folder + "/").split(" ");
    return Main.run(
        args,
        Wiring.surroundings(
            new PrintWriter(out), new PrintWriter(err), false, () -> false, List.of(args)));
  }

  private String told() {
    return out + "\n" + err;
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
    assertTrue(Files.exists(folder.resolve("many/test-a-000.mkv")), told());
    assertTrue(Files.exists(folder.resolve("many/a-000.mkv")), told());
    assertFalse(Files.exists(folder.resolve("many/bad.mkv")), told());
    assertTrue(err.toString().contains("failed, 1 of 3 files"), told());
  }

  @Test
  void decodingElsewhereMakesTheSameVideo() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #here.mkv"), told());
    assertEquals(
        ExitCode.OK,
        run("retarget @run @clips/a-000.mp4 -o #there.mkv --isolate-decoding"),
        told());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("here.mkv")),
        Files.readAllBytes(folder.resolve("there.mkv")));
  }

  @Test
  void facesAreLabelledUnlessToldOtherwise() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #faces.mkv"), told());
    assertEquals(
        ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #bare.mkv --no-label"), told());
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
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #out.mp4"), told());
    assertEquals(ExitCode.OK, run("inspect #out.mp4 --isolate-decoding"), told());
    assertTrue(out.toString().contains("synthetic tag     present"), told());
    assertTrue(out.toString().contains("provenance        match"), told());
    assertTrue(out.toString().contains("name a-000.mp4, sha256 "), told());
    Path video = folder.resolve("out.mp4");
    Files.writeString(video, "!", StandardOpenOption.APPEND);
    assertEquals(ExitCode.OK, run("inspect #out.mp4"), told());
    assertTrue(out.toString().contains("provenance        changed"), told());
    Files.delete(folder.resolve("out.mp4.provenance.json"));
    assertEquals(ExitCode.OK, run("inspect #out.mp4"), told());
    assertTrue(out.toString().contains("provenance        absent"), told());
  }

  @Test
  void picturesHaveTheirProvenanceToo() {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #pictures"), told());
    assertEquals(ExitCode.OK, run("inspect #pictures"), told());
    assertTrue(out.toString().contains("synthetic tag     present"), told());
    assertTrue(out.toString().contains("provenance          match") || told().contains("match"));
  }

  @Test
  void aReplacedVideoHasAProvenanceOfItsOwn() throws IOException {
    assertEquals(ExitCode.OK, run("retarget @run @clips/a-000.mp4 -o #out.gif"), told());
    assertEquals(
        ExitCode.OK, run("retarget @run @clips/b-000.mp4 -o #out.gif --force --no-label"), told());
    String said = Files.readString(folder.resolve("out.gif.provenance.json"));
    assertTrue(said.contains("b-000.mp4"), said);
    assertEquals(ExitCode.OK, run("inspect #out.gif"), told());
    assertTrue(out.toString().contains("match"), told());
  }

  @Test
  void evaluatingDecodesElsewhereToo() {
    String command = "evaluate @clips/a-000.mp4 --source @bad.mp4 --isolate-decoding";
    assertEquals(ExitCode.USAGE, run(command), told());
    assertTrue(err.toString().contains("bad.mp4"), told());
    String good = "evaluate @clips/a-000.mp4 --source @clips/b-000.mp4 --metrics flickering";
    assertEquals(ExitCode.OK, run(good + " --isolate-decoding"), told());
    assertTrue(out.toString().contains("flickering"), told());
  }

  @Test
  void theDoctorFindsWhatTheTestsRunOn() {
    assertEquals(ExitCode.OK, run("doctor"), told());
    for (String name : List.of("java", "pytorch", "ffmpeg", "opencv", "encoders", "processor")) {
      assertTrue(out.toString().matches("(?s).*(ok|note) +" + name + " .*"), name + told());
    }
    assertEquals(ExitCode.OK, run("doctor --json"), told());
    assertTrue(out.toString().contains("\"name\" : \"ffmpeg\""), told());
  }
}
