package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.video.InputException;

class TrainingRunTest {

  /** Remembers what it was told, and asks to stop after a number of steps. */
  private static final class Watcher implements Listener {
    private final List<Progress> told = new ArrayList<>();

    @Override
    public void progress(Progress now) {
      told.add(now);
    }

    BooleanSupplier stopAfter(int steps) {
      return () -> told.size() >= steps;
    }
  }

  @TempDir private Path folder;

  private TrainingRun.Outcome train(RunDirectory directory, Watcher watcher, int stopAfter)
      throws IOException {
    TrainingConfig config = TrainerTest.config(Method.RECYCLE_GAN, 0);
    if (!RunDirectory.isRun(directory.folder())) {
      directory.begin(config, provenance());
    }
    try (Torch torch = Torch.open(Device.cpu())) {
      return new TrainingRun(List.of(torch), directory, config, provenance(), watcher)
          .run(new TripletSources(new Noise(0), new Noise(2)), null, watcher.stopAfter(stopAfter));
    }
  }

  private static Provenance provenance() throws IOException {
    return Provenance.collect(
        new Provenance.Program("test", "unknown", List.of()), "PyTorch", 1, List.of(), List.of());
  }

  @Test
  void aRunLeavesEverythingThatIsPromised() throws IOException {
    Path run = folder.resolve("run");
    Watcher watcher = new Watcher();
    try (RunDirectory directory = RunDirectory.create(run)) {
      TrainingRun.Outcome outcome = train(directory, watcher, 1000);
      assertTrue(outcome.finished());
      assertEquals(40, outcome.step());
      assertEquals(40, watcher.told.size());
      assertEquals(1, watcher.told.get(39).share());
      assertEquals(0, watcher.told.get(39).secondsLeft());
      assertEquals(List.of(20L, 30L, 40L), directory.checkpoints().steps());
      assertEquals(TrainerTest.config(Method.RECYCLE_GAN, 0), directory.config());
    }
    assertTrue(Files.readString(run.resolve("provenance.json")).contains("\"tool\" : \"test\""));
    assertEquals(8, Files.readAllLines(run.resolve("stats.jsonl")).size());
    assertEquals(
        6 * 36 + 4, ImageIO.read(run.resolve("samples/step-000040.png").toFile()).getWidth());
    assertTrue(Files.readString(run.resolve("log.txt")).contains("step 40"));
  }

  @Test
  void aStoppedRunGoesOnAsIfNothingHadHappened() throws IOException {
    Path straight = folder.resolve("straight");
    try (RunDirectory directory = RunDirectory.create(straight)) {
      train(directory, new Watcher(), 1000);
    }
    Path stopped = folder.resolve("stopped");
    try (RunDirectory directory = RunDirectory.create(stopped)) {
      TrainingRun.Outcome outcome = train(directory, new Watcher(), 17);
      assertFalse(outcome.finished());
      assertEquals(17, outcome.step());
    }
    // As after a crash between two lines: a line too many, and one cut short.
    Path stats = stopped.resolve("stats.jsonl");
    Files.writeString(stats, Files.readString(stats) + "{\"step\":20,\"x\":1}\n{\"ste");
    try (RunDirectory directory = RunDirectory.resume(stopped)) {
      assertEquals(40, train(directory, new Watcher(), 1000).step());
    }
    // Eight fives of steps, and the two after which it was stopped.
    assertEquals(9, Files.readAllLines(stats).size());
    assertFalse(Files.readString(stats).contains("\"x\""));
    Map<Long, JsonNode> uninterrupted = losses(straight);
    Map<Long, JsonNode> interrupted = losses(stopped);
    assertNotNull(interrupted.remove(17L), "the line that stopping made");
    assertEquals(uninterrupted, interrupted);
    try (Checkpoint a = Checkpoint.open(straight.resolve("checkpoints/step-000040.safetensors"));
        Checkpoint b = Checkpoint.open(stopped.resolve("checkpoints/step-000040.safetensors"))) {
      var generator = a.config().networks().generator();
      a.weights("generator_ab", generator)
          .forEach(
              (name, values) -> {
                try {
                  assertArrayEquals(values, b.weights("generator_ab", generator).get(name), name);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
    }
  }

  /** The losses of every line of statistics, by step. */
  private static Map<Long, JsonNode> losses(Path run) throws IOException {
    Map<Long, JsonNode> losses = new TreeMap<>();
    for (String line : Files.readAllLines(run.resolve("stats.jsonl"))) {
      JsonNode node = Json.RECORDS.parse(line, JsonNode.class);
      losses.put(node.path("step").asLong(), node.path("losses"));
    }
    return losses;
  }

  @Test
  void aFinishedRunThatIsResumedWritesWhatIsMissingAndNothingElse() throws IOException {
    Path run = folder.resolve("run");
    // 42 steps leave two after the last regular line.
    TrainingConfig config = TrainerTest.config(Method.CYCLEGAN, 0).withBudget(Budget.steps(42));
    List<Map<String, Double>> losses = new ArrayList<>();
    List<String> stats = new ArrayList<>();
    for (boolean first : List.of(true, false, false)) {
      if (stats.size() == 2) {
        // As if the disk had been full, or the process killed, right after the last save.
        String whole = stats.get(1).stripTrailing();
        Files.writeString(
            run.resolve("stats.jsonl"), whole.substring(0, whole.lastIndexOf('\n') + 1));
      }
      try (RunDirectory directory = first ? RunDirectory.create(run) : RunDirectory.resume(run);
          Torch torch = Torch.open(Device.cpu())) {
        if (first) {
          directory.begin(config, provenance());
        }
        losses.add(
            new TrainingRun(List.of(torch), directory, config, provenance(), new Watcher())
                .run(new TripletSources(new Noise(0), new Noise(2)), null, () -> false)
                .losses());
      }
      stats.add(Files.readString(run.resolve("stats.jsonl")));
    }
    assertEquals(stats.get(0), stats.get(1));
    assertEquals(stats.get(0), stats.get(2));
    assertFalse(losses.get(0).isEmpty());
    assertEquals(losses.get(0), losses.get(1));
  }

  /** A second a question, but every seventh sets the clock back by an hour. */
  private static final class UnsteadyClock implements LongSupplier {
    private long questions;
    private long seconds;

    @Override
    public long getAsLong() {
      questions++;
      seconds += questions % 7 == 0 ? -3600 : 1;
      return TimeUnit.SECONDS.toNanos(seconds);
    }
  }

  @Test
  void aClockThatGoesBackwardsEndsNoBudget() throws IOException {
    Watcher watcher = new Watcher();
    TrainingConfig config = TrainerTest.config(Method.CYCLEGAN, 0).withBudget(Budget.minutes(0.2));
    try (RunDirectory directory = RunDirectory.create(folder.resolve("run"));
        Torch torch = Torch.open(Device.cpu())) {
      directory.begin(config, provenance());
      TrainingRun run = new TrainingRun(List.of(torch), directory, config, provenance(), watcher);
      run.setClock(new UnsteadyClock());
      TrainingRun.Outcome outcome =
          run.run(new TripletSources(new Noise(0), new Noise(2)), null, watcher.stopAfter(1000));
      assertTrue(outcome.finished());
      assertEquals(12, outcome.seconds(), 1e-9);
    }
    // 12 seconds went forwards; two of the questions went back.
    assertEquals(14, watcher.told.size());
    double used = 0;
    for (Progress moment : watcher.told) {
      assertTrue(moment.share() >= used && moment.secondsLeft() >= 0, moment.toString());
      used = moment.share();
    }
  }

  @Test
  void anExistingRunIsNeitherOverwrittenNorTrainedTwiceAtOnce() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.begin(TrainerTest.config(Method.CYCLEGAN, 0), provenance());
      InputException busy = assertThrows(InputException.class, () -> RunDirectory.resume(run));
      assertTrue(busy.getMessage().contains("running now"), busy.getMessage());
    }
    InputException there = assertThrows(InputException.class, () -> RunDirectory.create(run));
    assertTrue(there.getMessage().contains("`resume`"), there.getMessage());
    RunDirectory.resume(run).close();
  }

  @Test
  void whatIsNotARunIsSaidToBeNone() throws IOException {
    assertThrows(InputException.class, () -> RunDirectory.open(folder.resolve("missing")));
    assertThrows(InputException.class, () -> RunDirectory.open(folder));
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThrows(InputException.class, () -> RunDirectory.create(file));
    Files.writeString(folder.resolve("config.json"), "{\"method\":\"nonsense\"}");
    InputException e = assertThrows(InputException.class, () -> RunDirectory.open(folder).config());
    assertTrue(e.getMessage().contains("config.json"), e.getMessage());
  }

  @Test
  void theCheckpointWithTheLeastHeldOutErrorIsKept() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run);
        Torch torch = Torch.open(Device.cpu())) {
      TrainingConfig config = TrainerTest.config(Method.RECYCLE_GAN, 0);
      directory.begin(config, TrainerTest.PROVENANCE);
      new TrainingRun(List.of(torch), directory, config, TrainerTest.PROVENANCE, new Watcher())
          .run(
              new TripletSources(new Noise(0), new Noise(2)),
              new TripletSources(new Noise(0), new Noise(2)),
              () -> false);
      Map<Double, Long> stepOfScore = new TreeMap<>();
      for (String line : Files.readAllLines(run.resolve("stats.jsonl"))) {
        JsonNode stats = Json.RECORDS.parse(line, JsonNode.class);
        if (stats.has("heldOut")) {
          assertTrue(stats.path("heldOut").path("copy_last_a").asDouble() > 0, line);
          stepOfScore.put(stats.path("heldOutScore").asDouble(), stats.path("step").asLong());
        }
      }
      assertEquals(Set.of(10L, 20L, 30L, 40L), Set.copyOf(stepOfScore.values()));
      long best = stepOfScore.values().iterator().next();
      try (Checkpoint checkpoint = Checkpoint.open(directory.checkpoints().find("best"))) {
        assertEquals(best, checkpoint.step());
      }
      assertEquals(stepOfScore.keySet().iterator().next(), directory.stats().leastScore());
      assertEquals(List.of(20L, 30L, 40L), directory.checkpoints().steps());
    }
  }

  @Test
  void aMissingCheckpointIsNamedWithTheOnesThereAre() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      train(directory, new Watcher(), 1000);
      InputException e =
          assertThrows(InputException.class, () -> directory.checkpoints().find("7"));
      assertTrue(e.getMessage().contains(List.of(20, 30, 40).toString()), e.getMessage());
      assertTrue(directory.checkpoints().find("30").endsWith("step-000030.safetensors"));
      assertTrue(directory.checkpoints().find("latest").endsWith("step-000040.safetensors"));
    }
  }

  @Test
  void aFolderWhoseRunNeverBeganIsFree() throws IOException {
    Path run = folder.resolve("run");
    RunDirectory.create(run).close();
    Files.writeString(run.resolve("provenance.json"), "{}");
    Files.writeString(run.resolve(".config.json.part"), "{");
    RunDirectory.create(run).close();
    assertFalse(Files.exists(run.resolve(".config.json.part")));
    Files.writeString(run.resolve("samples").resolve("mine.png"), "a person's");
    assertThrows(InputException.class, () -> RunDirectory.create(run));
  }

  @Test
  void whatAKillLeftInARunIsClearedAway() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.begin(TrainerTest.config(Method.CYCLEGAN, 0), provenance());
    }
    Path half = Files.writeString(run.resolve("checkpoints/.step-000010.safetensors.part"), "half");
    RunDirectory.resume(run).close();
    assertFalse(Files.exists(half));
  }

  /** Killed between a checkpoint and its measurement, a run must not lack the measurement. */
  @Test
  void checkpointsThatAFailureLeftOverAreRemoved() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      train(directory, new Watcher(), 1000);
      Path last = directory.checkpoints().file(40);
      Files.copy(last, directory.checkpoints().file(10));
    }
    try (RunDirectory directory = RunDirectory.resume(run)) {
      train(directory, new Watcher(), 1000);
      assertEquals(List.of(20L, 30L, 40L), directory.checkpoints().steps());
    }
  }

  @Test
  void aMeasurementThatAKillPreventedIsMadeUpFor() throws IOException {
    Path run = folder.resolve("run");
    TrainingConfig config = TrainerTest.config(Method.CYCLEGAN, 0);
    try (RunDirectory directory = RunDirectory.create(run);
        Torch torch = Torch.open(Device.cpu())) {
      directory.begin(config, provenance());
      Watcher watcher = new Watcher();
      TrainingRun training =
          new TrainingRun(List.of(torch), directory, config, TrainerTest.PROVENANCE, watcher);
      training.run(
          new TripletSources(new Noise(0), new Noise(2)),
          new TripletSources(new Noise(0), new Noise(2)),
          watcher.stopAfter(20));
      Path stats = run.resolve("stats.jsonl");
      List<String> lines = Files.readAllLines(stats);
      List<String> unmeasured =
          lines.stream()
              .filter(line -> !line.contains("heldOut") || !line.contains("\"step\":20,"))
              .toList();
      assertEquals(lines.size() - 1, unmeasured.size());
      Files.write(stats, unmeasured);
      training.run(
          new TripletSources(new Noise(0), new Noise(2)),
          new TripletSources(new Noise(0), new Noise(2)),
          () -> true);
      assertTrue(directory.stats().hasHeldOut(20));
      assertEquals(Set.copyOf(lines), Set.copyOf(Files.readAllLines(stats)));
    }
  }
}
