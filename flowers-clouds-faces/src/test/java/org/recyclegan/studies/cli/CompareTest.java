package org.recyclegan.studies.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.report.Training;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoReader;

/** The comparison through the command line, on drawn videos, with networks that learn nothing. */
class CompareTest {

  private static final int FRAMES = 20;
  private static final int MIN_HELD_OUT = 3;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BooleanSupplier stop = () -> false;

  @BeforeAll
  static void draw() {
    CompareTest first = new CompareTest();
    assertEquals(
        ExitCode.OK,
        first.run(
            "draw",
            "flowers",
            "--out",
            shared.resolve("clips").toString(),
            "--size",
            "32",
            "--frames",
            "" + FRAMES,
            "--clips",
            "1"),
        first.err.toString());
  }

  @BeforeEach
  void forget() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private static Path clip(String name) {
    return shared.resolve("clips").resolve(name + ".mp4");
  }

  private int run(String... args) {
    return Main.run(
        args,
        Wiring.surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            () -> stop.getAsBoolean(),
            List.of(args)));
  }

  private int compare(Path to, String... more) {
    return compare(to, 0.25, more);
  }

  private int compare(Path to, double heldOut, String... more) {
    String[] args = {
      "compare",
      "--a",
      clip("a-000").toString(),
      "--b",
      clip("b-000").toString(),
      "--out",
      to.toString(),
      "--size",
      "32",
      "--steps",
      "2",
      "--held-out",
      "" + heldOut,
      "--device",
      "cpu"
    };
    return run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private String told() {
    return out + "\n" + err;
  }

  /** A label would be measured. */
  @Test
  void facesAreComparedWithoutLabels() throws IOException {
    Path to = folder.resolve("faces");
    assertEquals(ExitCode.OK, compare(to, "--content", "faces", "--isolate-decoding"), told());
    Path sidecar = to.resolve("retargeted/cyclegan-seed1/a2b-000.mkv.provenance.json");
    String provenance = Files.readString(sidecar);
    assertTrue(provenance.contains("\"label\" : \"false\""), provenance);
  }

  @Test
  void bothMethodsAreTrainedMeasuredAndShown() throws IOException {
    Path to = folder.resolve("comparison");
    assertEquals(ExitCode.OK, compare(to), told());
    Report report = new ReportFolder(to).read();
    assertEquals(
        List.of("a2b: the held-out end of a-000.mp4", "b2a: the held-out end of b-000.mp4"),
        report.scenes().stream().map(Scene::title).toList());
    for (Scene scene : report.scenes()) {
      assertEquals(
          List.of("source", "recycle-gan", "cyclegan"),
          scene.clips().stream().map(Scene.Clip::role).toList());
      assertTrue(scene.frames() >= MIN_HELD_OUT, scene.toString());
    }
    assertEquals(
        List.of("recycle-gan", "cyclegan"),
        report.trainings().stream().map(Training::method).toList());
    for (String contestant : List.of("recycle-gan-seed1", "cyclegan-seed1")) {
      assertTrue(
          report.facts().stream()
              .anyMatch(
                  fact ->
                      fact.label().equals("Cost of " + contestant)
                          && fact.value().startsWith("2 steps in ")),
          report.facts().toString());
    }
    assertFalse(report.findings().isEmpty());
    // One clip of a few frames shows nothing, whatever the numbers are.
    report
        .findings()
        .forEach(
            finding -> assertTrue(finding.verdict().startsWith("cannot be said"), "" + finding));
    assertTrue(Files.exists(to.resolve("report.html")));
  }

  @Test
  void pairedTestClipsAreMeasuredAgainstTheirTruth() throws IOException {
    Path to = folder.resolve("comparison");
    String[] tests = {
      "--test-a", clip("test-a-000").toString(), "--test-b", clip("test-b-000").toString()
    };
    String[] paired = {tests[0], tests[1], tests[2], tests[3], "--paired"};
    assertEquals(ExitCode.OK, compare(to, paired), told());
    Report report = new ReportFolder(to).read();
    assertEquals(
        List.of("a2b: test-a-000.mp4", "b2a: test-b-000.mp4"),
        report.scenes().stream().map(Scene::title).toList());
    Scene scene = report.scenes().get(0);
    assertEquals(
        List.of("source", "recycle-gan", "cyclegan", "truth"),
        scene.clips().stream().map(Scene.Clip::role).toList());
    assertEquals("test-b-000.mp4", scene.clips().get(3).name());
    assertEquals(FRAMES, scene.frames());
    assertTrue(
        report.findings().stream().anyMatch(finding -> finding.metric().equals("ssim")),
        report.findings().toString());
    assertEquals(ExitCode.USAGE, compare(to, tests), told());
    assertTrue(err.toString().contains("changed"), told());
  }

  @Test
  void testClipsThatProveNothingAreRefused() {
    Path to = folder.resolve("x");
    String test = clip("test-a-000").toString();
    assertEquals(ExitCode.USAGE, compare(to, "--test-a", test, "--paired"), told());
    assertTrue(err.toString().contains("as many clips"), told());
    assertEquals(ExitCode.USAGE, compare(to, "--test-a", clip("b-000").toString()), told());
    assertTrue(err.toString().contains("not trained on"), told());
    assertEquals(ExitCode.USAGE, compare(to, "--test-b", clip("nothing").toString()), told());
    assertEquals(ExitCode.USAGE, compare(to, "--max-frames", "5"), told());
    assertTrue(err.toString().contains("too many frames"), told());
    assertFalse(Files.exists(to));
  }

  @Test
  void stripsAreRefusedBeforeTheTraining() throws IOException {
    Path strips = Files.createDirectories(folder.resolve("strips"));
    BufferedImage strip = new BufferedImage(96, 32, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(strip, "png", strips.resolve("0001.png").toFile());
    Path to = folder.resolve("x");
    String[] args = {
      "compare", "--a", strips.toString(), "--b", clip("b-000").toString(), "--out", to.toString()
    };
    assertEquals(ExitCode.USAGE, run(args), told());
    assertTrue(err.toString().contains("--test-a"), told());
    assertFalse(Files.exists(to));
  }

  @Test
  void whatIsHeldOutIsTheEndOfTheClipBitForBit() throws IOException {
    Path to = folder.resolve("comparison");
    assertEquals(ExitCode.OK, compare(to, "--methods", "cyclegan,recycle-gan"), told());
    List<byte[]> whole = frames(clip("a-000"));
    List<byte[]> part = frames(to.resolve("held-out/a-000.mkv"));
    // A quarter of the frames, less what repeats the frame before.
    assertTrue(part.size() >= MIN_HELD_OUT && part.size() <= FRAMES / 4 + 1, "" + part.size());
    for (int i = 0; i < part.size(); i++) {
      assertArrayEquals(whole.get(FRAMES - part.size() + i), part.get(i));
    }
  }

  private static List<byte[]> frames(Path video) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    try (FrameSource source = VideoReader.open(video)) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        frames.add(frame.rgb());
      }
    }
    return frames;
  }

  @Test
  void goesOnWhereItStoppedAndDoesNothingTwice() throws IOException {
    Path to = folder.resolve("comparison");
    AtomicInteger asked = new AtomicInteger();
    // Within the second method's training: three questions before and in the first one.
    stop = () -> asked.incrementAndGet() > 5;
    assertEquals(ExitCode.INTERRUPTED, compare(to), told());
    Path first = to.resolve("runs/recycle-gan-seed1.json");
    assertTrue(Files.exists(first), told());
    assertFalse(Files.exists(to.resolve("runs/cyclegan-seed1.json")), told());
    stop = () -> false;
    forget();
    assertEquals(ExitCode.OK, compare(to), told());
    assertFalse(err.toString().contains("training recycle-gan"), told());
    assertTrue(err.toString().contains("training cyclegan"), told());
    String findings = out.toString();
    forget();
    assertEquals(ExitCode.OK, compare(to), told());
    assertFalse(err.toString().contains("training"), told());
    assertFalse(err.toString().contains("measuring"), told());
    assertEquals(findings, out.toString());
    forget();
    assertEquals(ExitCode.USAGE, compare(to, "--seed", "7"), told());
    assertTrue(err.toString().contains("changed"), told());
  }

  @Test
  void whatCannotBeComparedIsExplained() throws IOException {
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--methods", "cyclegan"));
    assertTrue(err.toString().contains("two different methods"), told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--seeds", "0"));
    assertTrue(err.toString().contains("--seeds"), told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--cycle-weight", "3"));
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertEquals(ExitCode.USAGE, compare(folder));
    assertTrue(err.toString().contains("Choose another --out"), told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("y"), 0.05));
    assertTrue(err.toString().contains("nothing to compare on"), told());
  }
}
