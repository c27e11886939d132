package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** The comparison through the command line, on drawn videos, with networks that learn nothing. */
class CompareTest {

  private static final int FRAMES = 20;
  private static final int MIN_HELD_OUT = 3;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void draw() {
    Console first = new Console();
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
        first.err());
  }

  private static Path clip(String name) {
    return shared.resolve("clips").resolve(name + ".mp4");
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
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  /** A label would be measured. */
  @Test
  void facesAreComparedWithoutLabels() throws IOException {
    Path to = folder.resolve("faces");
    assertEquals(
        ExitCode.OK, compare(to, "--content", "faces", "--isolate-decoding"), console.told());
    Path sidecar = to.resolve("retargeted/cyclegan-seed1/a2b-000.mkv.provenance.json");
    String provenance = Files.readString(sidecar);
    assertTrue(provenance.contains("\"label\" : \"false\""), provenance);
  }

  @Test
  void bothMethodsAreTrainedMeasuredAndShown() throws IOException {
    Path to = folder.resolve("comparison");
    assertEquals(ExitCode.OK, compare(to), console.told());
    Report report = new ReportFolder(to).read();
    assertEquals(
        List.of("a2b: the held-out end of a-000.mp4", "b2a: the held-out end of b-000.mp4"),
        report.scenes().stream().map(Scene::title).toList());
    for (Scene scene : report.scenes()) {
      assertEquals(
          List.of("source", "recycle-gan", "cyclegan", "retime"),
          scene.clips().stream().map(Scene.Clip::role).toList());
      assertTrue(scene.frames() >= MIN_HELD_OUT, scene.toString());
    }
    assertEquals(
        List.of("recycle-gan", "cyclegan"),
        report.trainings().stream().map(TrainingCurve::method).toList());
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
    assertTrue(
        report.findings().stream()
            .anyMatch(finding -> finding.means().get(1).label().equals("retime")),
        "" + report.findings());
    List<String> table = console.out().lines().toList();
    assertEquals(
        List.of(
            "direction",
            "metric",
            "recycle-gan",
            "cyclegan",
            "difference (95 % interval)",
            "better",
            "verdict"),
        List.of(table.get(0).split(" {2,}")));
    Finding shown = report.findings().get(0);
    assertEquals(
        List.of(
            shown.group(),
            shown.metric(),
            shown.means().get(0).value(),
            shown.means().get(1).value(),
            shown.difference(),
            shown.direction(),
            shown.verdict()),
        List.of(table.get(1).split(" {2,}")));
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
    assertEquals(ExitCode.OK, compare(to, paired), console.told());
    Report report = new ReportFolder(to).read();
    assertEquals(
        List.of("a2b: test-a-000.mp4", "b2a: test-b-000.mp4"),
        report.scenes().stream().map(Scene::title).toList());
    Scene scene = report.scenes().get(0);
    assertEquals(
        List.of("source", "recycle-gan", "cyclegan", "retime", "truth"),
        scene.clips().stream().map(Scene.Clip::role).toList());
    assertEquals("test-b-000.mp4", scene.clips().get(4).name());
    assertEquals(FRAMES, scene.frames());
    assertTrue(
        report.findings().stream().anyMatch(finding -> finding.metric().equals("ssim")),
        report.findings().toString());
    assertEquals(ExitCode.USAGE, compare(to, tests), console.told());
    assertTrue(console.err().contains("changed"), console.told());
  }

  @Test
  void testClipsThatProveNothingAreRefused() {
    Path to = folder.resolve("x");
    String test = clip("test-a-000").toString();
    assertEquals(ExitCode.USAGE, compare(to, "--test-a", test, "--paired"), console.told());
    assertTrue(console.err().contains("--paired"), console.told());
    assertTrue(console.err().contains("--test-b"), console.told());
    assertEquals(ExitCode.USAGE, compare(to, "--test-a", clip("b-000").toString()), console.told());
    assertTrue(console.err().contains("b-000.mp4"), console.told());
    assertTrue(console.err().contains("--a and --b"), console.told());
    assertEquals(
        ExitCode.USAGE, compare(to, "--test-b", clip("nothing").toString()), console.told());
    assertEquals(ExitCode.USAGE, compare(to, "--max-frames", "5"), console.told());
    assertTrue(console.err().contains("--max-frames"), console.told());
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
    assertEquals(ExitCode.USAGE, console.run(args), console.told());
    assertTrue(console.err().contains("--test-a"), console.told());
    assertFalse(Files.exists(to));
  }

  @Test
  void whatIsHeldOutIsTheEndOfTheClipBitForBit() throws IOException {
    Path to = folder.resolve("comparison");
    assertEquals(ExitCode.OK, compare(to, "--methods", "cyclegan,recycle-gan"), console.told());
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
    Path second = to.resolve("runs/cyclegan-seed1/frames/b.frames");
    console.stopWhen(() -> Files.exists(second) && asked.incrementAndGet() > 1);
    assertEquals(ExitCode.INTERRUPTED, compare(to), console.told());
    Path first = to.resolve("runs/recycle-gan-seed1.json");
    assertTrue(Files.exists(first), console.told());
    assertFalse(Files.exists(to.resolve("runs/cyclegan-seed1.json")), console.told());
    console.stopWhen(() -> false);
    assertEquals(ExitCode.OK, compare(to), console.told());
    assertFalse(console.err().contains("training recycle-gan"), console.told());
    assertTrue(console.err().contains("training cyclegan"), console.told());
    String findings = console.out();
    assertEquals(ExitCode.OK, compare(to), console.told());
    assertFalse(console.err().contains("training"), console.told());
    assertFalse(console.err().contains("measuring"), console.told());
    assertEquals(findings, console.out());
    assertEquals(ExitCode.USAGE, compare(to, "--seed", "7"), console.told());
    assertTrue(console.err().contains("changed"), console.told());
  }

  @Test
  void whatCannotBeComparedIsExplained() throws IOException {
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--methods", "cyclegan"));
    assertTrue(console.err().contains("--methods"), console.told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--seeds", "0"));
    assertTrue(console.err().contains("--seeds"), console.told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("x"), "--cycle-weight", "3"));
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertEquals(ExitCode.USAGE, compare(folder));
    assertTrue(console.err().contains("--out " + folder), console.told());
    assertEquals(ExitCode.USAGE, compare(folder.resolve("y"), 0.05));
    assertTrue(console.err().contains("--held-out"), console.told());
  }
}
