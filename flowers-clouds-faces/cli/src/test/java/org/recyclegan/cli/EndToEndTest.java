package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.system.Processor;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** The main job through the command line, on real files: draw, train, retarget, inspect. */
class EndToEndTest {

  private static final int FRAMES = 14;

  /** Drawn and trained once: every test reads from it, none changes it. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void drawAndTrain() throws IOException {
    EndToEndTest first = new EndToEndTest();
    assertEquals(
        ExitCode.OK,
        first.console.run(
            "draw",
            "flowers",
            "--out",
            clips().toString(),
            "--size",
            "32",
            "--frames",
            "" + FRAMES,
            "--clips",
            "1"),
        first.console.err());
    assertEquals(
        ExitCode.OK, first.train(shared.resolve("run"), "--steps", "3"), first.console.told());
  }

  private static Path clips() {
    return shared.resolve("clips of flowers");
  }

  private static Path clip(String name) {
    return clips().resolve(name + ".mp4");
  }

  private int train(Path run, String... more) {
    String[] args = {
      "train",
      "--a",
      clip("a-000").toString(),
      "--b",
      clip("b-000").toString(),
      "--out",
      run.toString(),
      "--size",
      "32",
      "--device",
      "cpu"
    };
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private int retarget(Path output, String... more) {
    String[] args = {
      "retarget",
      shared.resolve("run").toString(),
      clip("test-a-000").toString(),
      "-o",
      output.toString(),
      "--device",
      "cpu"
    };
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
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
    assertEquals(ExitCode.OK, retarget(output, "--direction", direction), console.told());
    try (FrameSource video = VideoReader.open(output)) {
      assertEquals(width, video.info().width());
      int frames = 0;
      while (video.next() != null) {
        frames++;
      }
      assertEquals(FRAMES, frames);
    }
    assertEquals(output + System.lineSeparator(), console.out());
  }

  @Test
  void sideBySideIsTwiceAsWide() throws IOException {
    Path output = folder.resolve("both.mkv");
    assertEquals(ExitCode.OK, retarget(output, "--side-by-side"), console.told());
    try (FrameSource video = VideoReader.open(output)) {
      assertEquals(64, video.info().width());
    }
  }

  @Test
  void theOutputSaysThatItIsSynthetic() throws IOException {
    Path output = folder.resolve("x.mp4");
    assertEquals(ExitCode.OK, retarget(output), console.told());
    assertEquals(ExitCode.OK, console.run("inspect", output.toString()), console.told());
    assertTrue(console.out().contains("Synthetic video"), console.out());
  }

  @Test
  void anExistingOutputSurvivesWithoutForce() throws IOException {
    Path output = Files.writeString(folder.resolve("mine.mp4"), "mine");
    assertEquals(ExitCode.USAGE, retarget(output));
    assertEquals("mine", Files.readString(output));
    assertTrue(console.err().contains("--force"), console.err());
    assertEquals(ExitCode.OK, retarget(output, "--force"), console.told());
    assertFalse(
        Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1).equals("mine"));
  }

  @Test
  void anInterruptedTimingSaysThatNothingIsKnown() {
    console.stopWhen(() -> true);
    assertEquals(ExitCode.INTERRUPTED, console.run("time-step", "--size", "64"));
    assertTrue(console.err().contains("stopped; nothing is known yet"), console.err());
    assertEquals("", console.out());
  }

  @Test
  void anInterruptedRetargetingLeavesNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    console.stopWhen(() -> asked.incrementAndGet() > 3);
    assertEquals(ExitCode.INTERRUPTED, retarget(folder.resolve("x.mp4")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void anInterruptedTrainingGoesOnWhereItStopped() throws IOException {
    Path straight = folder.resolve("straight");
    assertEquals(ExitCode.OK, train(straight, "--steps", "5"), console.told());
    Path run = folder.resolve("run");
    AtomicInteger asked = new AtomicInteger();
    Path decoded = run.resolve("frames/b.frames");
    console.stopWhen(() -> Files.exists(decoded) && asked.incrementAndGet() > 2);
    assertEquals(ExitCode.INTERRUPTED, train(run, "--steps", "5"), console.told());
    assertTrue(console.err().contains("--resume"), console.err());
    console.stopWhen(() -> false);
    assertEquals(
        ExitCode.OK, console.run("train", "--out", run.toString(), "--resume"), console.told());
    assertTrue(console.err().contains("Going on from step 2."), console.err());
    assertArrayEquals(generator(straight), generator(run));
  }

  /** What it makes of a clip tells one generator from another. */
  private byte[] generator(Path run) throws IOException {
    Path output = folder.resolve(run.getFileName() + ".mkv");
    String[] args = {
      "retarget", "" + run, "" + clip("test-a-000"), "-o", "" + output, "--finish", "none"
    };
    assertEquals(ExitCode.OK, console.run(args), console.told());
    return firstFrame(output);
  }

  private static byte[] firstFrame(Path file) throws IOException {
    try (FrameSource video = VideoReader.open(file)) {
      return video.next().rgb();
    }
  }

  @Test
  void trainingLeavesAPageOfItsOwn() throws IOException {
    Report report = new ReportFolder(shared.resolve("run")).read();
    assertFalse(report.running());
    assertEquals(
        List.of(3L),
        report.trainings().get(0).sheets().stream().map(TrainingCurve.Sheet::step).toList());
    String page = Files.readString(shared.resolve("run/report.html"));
    assertTrue(page.contains("data:image/png;base64,"), "the sheet is in the page");
    assertTrue(page.contains("a-000.mp4"), "what it was trained on");
    assertFalse(page.contains("http-equiv=\"refresh\""), "it does not load itself again");
  }

  @Test
  void resumingRefusesWhatIsNotTheSameRun() {
    String run = shared.resolve("run").toString();
    assertEquals(ExitCode.USAGE, console.run("train", "--out", run, "--resume", "--seed", "9"));
    assertTrue(console.err().contains("seed changed: expected 1, found 9"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run("train", "--out", run, "--resume", "--a", clip("b-000").toString()));
    assertTrue(console.err().contains("--a changed"), console.err());
    assertEquals(ExitCode.USAGE, train(shared.resolve("run")));
    assertTrue(console.err().contains("--resume"), console.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps 0|budget must be above 0, found 0",
        "--size 8|from 32 to 2048 pixels, found 8",
        "--method cyclgan|recycle-gan, cyclegan, recycle-cycle, recycle-temporal, found 'cyclgan'",
        "--learning-rate 2|at most 1, found 2",
        "--discriminator-frames 4|1 to 3 frames at a time, found 4",
        "--method cyclegan --judge-reversed true|must see 2 or 3 at a time, found 1",
        "--steps 5 --minutes 1|mutually exclusive",
        "--device gpu7|found gpu7",
        "--cycle-weight -1|cycle loss must be 0 or more"
      })
  void anOptionOutOfRangeIsExplained(String options, String explanation) throws IOException {
    Path run = folder.resolve("run");
    String[] args = {
      "train",
      "--a",
      clip("a-000").toString(),
      "--b",
      clip("b-000").toString(),
      "--out",
      run.toString()
    };
    String[] all =
        Stream.concat(Stream.of(args), Stream.of(options.split(" "))).toArray(String[]::new);
    assertEquals(ExitCode.USAGE, console.run(all), console.told());
    assertTrue(console.err().contains(explanation), console.err());
    assertFalse(Files.exists(run));
  }

  @Test
  void whatIsMissingIsNamed() {
    Path missing = folder.resolve("missing.mp4");
    String run = shared.resolve("run").toString();
    String output = folder.resolve("x.mp4").toString();
    assertEquals(ExitCode.USAGE, console.run("retarget", run, missing.toString(), "-o", output));
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run("retarget", missing.toString(), clip("a-000").toString(), "-o", output));
    assertTrue(console.err().contains("the folder that a training made"), console.err());
    assertEquals(ExitCode.USAGE, retarget(Path.of(output), "--checkpoint", "77"));
    assertTrue(console.err().contains("latest or one of [0, 3]"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run(
            "train", "--a", missing.toString(), "--b", missing.toString(), "--out", output));
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertFalse(Files.exists(Path.of(output)));
  }

  @Test
  void aVideoOfNoUseLeavesNoRunBehind() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.mp4"), "not a video");
    Path run = folder.resolve("run");
    assertEquals(
        ExitCode.USAGE,
        console.run(
            "train",
            "--a",
            clip("a-000").toString(),
            "--b",
            text.toString(),
            "--out",
            "" + run,
            "--size",
            "32"));
    assertTrue(console.err().contains("notes.mp4"), console.err());
    assertFalse(Files.exists(run));
  }

  @Test
  void anInterruptWhileDecodingCanBeResumed() {
    Path run = folder.resolve("run");
    console.stopWhen(() -> true);
    assertEquals(ExitCode.INTERRUPTED, train(run, "--steps", "2"), console.told());
    console.stopWhen(() -> false);
    assertEquals(
        ExitCode.OK, console.run("train", "--out", run.toString(), "--resume"), console.told());
  }

  @Test
  void generatorsGoOutAndOfficialOnesComeIn() throws IOException {
    Path script = folder.resolve("generator.pt");
    String run = shared.resolve("run").toString();
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
    String source = clip("test-a-000").toString();
    assertEquals(
        ExitCode.OK,
        console.run("retarget", both.toString(), source, "-o", elsewhere.toString()),
        console.told());
    assertArrayEquals(generator(shared.resolve("run")), firstFrame(elsewhere));
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
    Path run = shared.resolve("run");
    assertEquals(ExitCode.OK, console.run("inspect", run.toString(), "--json"), console.told());
    assertTrue(console.out().contains("\"kind\" : \"run\""), console.out());
    assertTrue(console.out().contains("recycle-temporal"), console.out());
    Path checkpoint = run.resolve("checkpoints/step-000003.safetensors");
    assertEquals(ExitCode.OK, console.run("inspect", checkpoint.toString()), console.told());
    assertTrue(console.out().contains("checkpoint"), console.out());
    assertEquals(ExitCode.OK, console.run("inspect", clip("a-000").toString()), console.told());
    assertTrue(console.out().contains("h264"), console.out());
  }

  @Test
  void theDemoLeavesWhatItPromises() throws IOException {
    Path demo = folder.resolve("demo");
    assertEquals(
        ExitCode.OK,
        console.run("demo", "--out", demo.toString(), "--minutes", "0.02"),
        console.told());
    for (String name :
        List.of("retargeted.mp4", "side-by-side.mp4", "contact-sheet.png", "WHAT-TO-LOOK-AT.txt")) {
      assertTrue(Files.size(demo.resolve(name)) > 0, name);
    }
    assertEquals(ExitCode.USAGE, console.run("demo", "--out", demo.toString()));
    assertEquals(ExitCode.USAGE, console.run("demo", "--pretrained", "--minutes", "1"));
    assertTrue(console.err().contains("mutually exclusive"), console.told());
  }

  @Test
  void thePrecisionIsRecordedAndKeptOnResuming() throws IOException {
    Path run = shared.resolve("bf16");
    assertEquals(
        ExitCode.OK,
        train(run, "--steps", "1", "--precision", "bf16", "--threads", "1", "--accumulate", "2"),
        console.told());
    String config = Files.readString(run.resolve("config.json"));
    assertTrue(config.contains("\"precision\" : \"bf16\""), config);
    String provenance = Files.readString(run.resolve("provenance.json"));
    assertTrue(provenance.contains("1 thread, bf16"), provenance);
    assertTrue(console.err().contains("of memory at most"), console.told());
    assertTrue(Files.readString(run.resolve("log.txt")).contains("for activations"));
    assertEquals(
        ExitCode.USAGE,
        console.run("train", "--out", run.toString(), "--resume", "--precision", "float32"),
        console.told());
    assertTrue(console.err().contains("optimisation.precision"), console.told());
    assertEquals(
        ExitCode.OK,
        console.run("train", "--out", run.toString(), "--resume", "--precision", "auto"),
        console.told());
  }

  @Test
  void whatCannotBeComputedIsRefused() {
    Path run = shared.resolve("refused");
    assertEquals(ExitCode.USAGE, train(run, "--threads", "0"), console.told());
    assertEquals(ExitCode.USAGE, train(run, "--batch", "10000000"), console.told());
    assertTrue(console.err().contains("--accumulate"), console.told());
    assertEquals(ExitCode.USAGE, train(run, "--device", "cpu,cpu"), console.told());
    assertFalse(Files.exists(run));
  }

  @Test
  void stepsAreTimed() throws IOException {
    String[] args = {
      "time-step",
      "--size",
      "32",
      "--generator-filters",
      "2",
      "--discriminator-filters",
      "2",
      "--predictor-filters",
      "1",
      "--predictor-depth",
      "5",
      "--generator-blocks",
      "1",
      "--steps",
      "3"
    };
    assertEquals(ExitCode.OK, console.run(args), console.told());
    JsonNode timed = new ObjectMapper().readTree(console.out());
    assertEquals(3, timed.get("steps").size());
    boolean bf16 = Processor.find().multipliesBf16() && !Torch.device("auto").isGpu();
    assertEquals(bf16 ? "bf16" : "float32", timed.get("precision").asText());
    assertTrue(timed.get("step_s").asDouble() > 0);
    assertTrue(timed.get("estimated_bytes").asLong() > 0);
  }
}
