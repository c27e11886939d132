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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.system.Processor;

/** Training through the command line: its page, its refusals, its stops, its precision. */
@ExtendWith(TrainedFlowers.Shared.class)
class TrainCommandTest {

  @TempDir private Path folder;

  private final TrainedFlowers flowers;
  private final Console console = new Console();

  TrainCommandTest(TrainedFlowers flowers) {
    this.flowers = flowers;
  }

  @Test
  void anInterruptedTimingSaysThatNothingIsKnown() {
    console.stopWhen(() -> true);
    assertEquals(ExitCode.INTERRUPTED, console.run("time-step", "--size", "64"));
    assertTrue(console.err().contains("stopped"), console.err());
    assertEquals("", console.out());
  }

  @Test
  void anInterruptedTrainingGoesOnWhereItStopped() throws IOException {
    Path straight = folder.resolve("straight");
    assertEquals(ExitCode.OK, flowers.train(console, straight, "--steps", "5"), console.told());
    Path run = folder.resolve("run");
    AtomicInteger asked = new AtomicInteger();
    Path decoded = run.resolve("frames/b.frames");
    console.stopWhen(() -> Files.exists(decoded) && asked.incrementAndGet() > 2);
    assertEquals(ExitCode.INTERRUPTED, flowers.train(console, run, "--steps", "5"), console.told());
    assertTrue(console.err().contains("--resume"), console.err());
    console.stopWhen(() -> false);
    assertEquals(
        ExitCode.OK, console.run("train", "--out", run.toString(), "--resume"), console.told());
    assertTrue(console.err().contains("step 2."), console.err());
    assertArrayEquals(
        flowers.generator(console, straight, folder), flowers.generator(console, run, folder));
  }

  @Test
  void trainingLeavesAPageOfItsOwn() throws IOException {
    Report report = new ReportFolder(flowers.run()).read();
    assertFalse(report.running());
    assertEquals(
        List.of(3L),
        report.trainings().get(0).sheets().stream().map(TrainingCurve.Sheet::step).toList());
    String page = Files.readString(flowers.run().resolve("report.html"));
    assertTrue(page.contains("data:image/png;base64,"), "the sheet is in the page");
    assertTrue(page.contains("a-000.mp4"), "what it was trained on");
    assertFalse(page.contains("http-equiv=\"refresh\""), "it does not load itself again");
  }

  @Test
  void resumingRefusesWhatIsNotTheSameRun() {
    String run = flowers.run().toString();
    assertEquals(ExitCode.USAGE, console.run("train", "--out", run, "--resume", "--seed", "9"));
    assertTrue(console.err().matches("(?s).*\\bseed\\b.* 1, .* 9\\..*"), console.err());
    assertEquals(
        ExitCode.USAGE,
        console.run("train", "--out", run, "--resume", "--a", flowers.clip("b-000").toString()));
    assertTrue(console.err().contains("--a changed"), console.err());
    assertEquals(ExitCode.USAGE, flowers.train(console, flowers.run()));
    assertTrue(console.err().contains("--resume"), console.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps 0|budget,0",
        "--size 8|32,2048,8",
        "--method cyclgan|recycle-temporal,'cyclgan'",
        "--learning-rate 2|learning rate,2",
        "--discriminator-frames 4|discriminator,3 frames,4",
        "--method cyclegan --judge-reversed true|reversed,2 or 3,1",
        "--steps 5 --minutes 1|--steps,--minutes,exclusive",
        "--device gpu7|device,gpu7",
        "--cycle-weight -1|cycle,-1"
      })
  void anOptionOutOfRangeIsExplained(String options, String facts) throws IOException {
    Path run = folder.resolve("run");
    String[] args = {
      "train",
      "--a",
      flowers.clip("a-000").toString(),
      "--b",
      flowers.clip("b-000").toString(),
      "--out",
      run.toString()
    };
    String[] all =
        Stream.concat(Stream.of(args), Stream.of(options.split(" "))).toArray(String[]::new);
    assertEquals(ExitCode.USAGE, console.run(all), console.told());
    for (String fact : facts.split(",", -1)) {
      assertTrue(console.err().contains(fact), console.err());
    }
    assertFalse(Files.exists(run));
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
            flowers.clip("a-000").toString(),
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
    assertEquals(ExitCode.INTERRUPTED, flowers.train(console, run, "--steps", "2"), console.told());
    console.stopWhen(() -> false);
    assertEquals(
        ExitCode.OK, console.run("train", "--out", run.toString(), "--resume"), console.told());
  }

  @Test
  void thePrecisionIsRecordedAndKeptOnResuming() throws IOException {
    Path run = folder.resolve("bf16");
    assertEquals(
        ExitCode.OK,
        flowers.train(
            console,
            run,
            "--steps",
            "1",
            "--precision",
            "bf16",
            "--threads",
            "1",
            "--accumulate",
            "2"),
        console.told());
    String config = Files.readString(run.resolve("config.json"));
    assertTrue(config.contains("\"precision\" : \"bf16\""), config);
    String provenance = Files.readString(run.resolve("provenance.json"));
    assertTrue(provenance.contains("bf16"), provenance);
    assertTrue(console.err().contains("of memory"), console.told());
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
    Path run = folder.resolve("refused");
    assertEquals(ExitCode.USAGE, flowers.train(console, run, "--threads", "0"), console.told());
    assertEquals(
        ExitCode.USAGE, flowers.train(console, run, "--batch", "10000000"), console.told());
    assertTrue(console.err().contains("--accumulate"), console.told());
    assertEquals(
        ExitCode.USAGE, flowers.train(console, run, "--device", "cpu,cpu"), console.told());
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
