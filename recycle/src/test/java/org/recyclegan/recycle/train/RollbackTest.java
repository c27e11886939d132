package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;

class RollbackTest {

  private static final String POISONED = "model.1.weight";

  private static Torch torch;

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void open() {
    torch = Torch.open(Device.cpu());
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  private final Listener listener =
      new Listener() {
        @Override
        public void message(String text) {
          told.add(text);
        }

        @Override
        public void warning(String text) {
          told.add(text);
        }
      };

  private static TrainingConfig config(double rate) {
    TrainingConfig c = TrainerTest.config(Method.RECYCLE_GAN, 3);
    return new TrainingConfig(
        c.method(),
        c.weights(),
        c.objective(),
        c.networks(),
        new Optimisation(rate, 0.5, 0.999, 1, 1, 3),
        c.data(),
        c.budget(),
        c.cadence(),
        c.seed());
  }

  private TrainingRun.Outcome train(Path run, TrainingConfig config, BooleanSupplier stop)
      throws IOException {
    try (RunDirectory directory =
        RunDirectory.isRun(run) ? RunDirectory.resume(run) : RunDirectory.create(run)) {
      directory.begin(config, TrainerTest.PROVENANCE);
      return new TrainingRun(List.of(torch), directory, config, TrainerTest.PROVENANCE, listener)
          .run(new TripletSources(new Noise(0), new Noise(2)), null, stop);
    }
  }

  private static List<JsonNode> stats(Path run) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("stats.jsonl"))) {
      JsonNode node = Json.RECORDS.parse(line, JsonNode.class);
      ((ObjectNode) node).remove("seconds");
      lines.add(node);
    }
    return lines;
  }

  /** The discriminators explode within three steps at this rate, and not at a 16th of it. */
  @Test
  void aHugeLearningRateIsLoweredUntilTrainingHolds() throws IOException {
    Path run = folder.resolve("run");
    TrainingRun.Outcome outcome = train(run, config(1), () -> false);
    assertTrue(outcome.finished());
    List<JsonNode> rollbacks = stats(run).stream().filter(line -> line.has("rollback")).toList();
    assertTrue(!rollbacks.isEmpty() && rollbacks.size() <= Rollback.MOST, rollbacks.toString());
    for (int i = 0; i < rollbacks.size(); i++) {
      assertEquals(i + 1, rollbacks.get(i).path("rollback").asInt());
      assertEquals(Math.pow(0.25, i + 1), rollbacks.get(i).path("rateFactor").asDouble());
      assertTrue(rollbacks.get(i).path("reason").asText().contains("discriminator_"));
    }
    assertTrue(told.get(0).matches("(?s).*step 0,.* 1/4 .*1 of 3.*"), told.get(0));
    // What such a rate makes of generators before it is lowered enough is a collapse indeed.
    assertTrue(told.get(rollbacks.size()).contains("step 20"), told.toString());
    List<JsonNode> steps = stats(run).stream().filter(line -> line.has("learningRate")).toList();
    double last = steps.get(steps.size() - 1).path("learningRate").asDouble();
    assertEquals(Math.pow(0.25, rollbacks.size()), last);
  }

  @Test
  void aResumedRunIsTakenBackLikeTheUndisturbedOne() throws IOException {
    Path straight = folder.resolve("straight");
    train(straight, config(1), () -> false);
    Path killed = folder.resolve("killed");
    int[] asked = {0};
    // Stopped where a crash would find it just taken back, and again after a few steps more.
    train(killed, config(1), () -> ++asked[0] > 12);
    asked[0] = 0;
    train(killed, config(1), () -> ++asked[0] > 10);
    train(killed, config(1), () -> false);
    assertEquals(rollbacks(straight), rollbacks(killed));
    try (Checkpoint a = Checkpoint.open(straight.resolve("checkpoints/step-000040.safetensors"));
        Checkpoint b = Checkpoint.open(killed.resolve("checkpoints/step-000040.safetensors"));
        Trainer ofA = new Trainer(torch, config(1), new Noise(0), new Noise(2));
        Trainer ofB = new Trainer(torch, config(1), new Noise(0), new Noise(2))) {
      TrainerState.restore(a, ofA);
      TrainerState.restore(b, ofB);
      assertEquals(rollbacks(straight).size(), ofA.rollbacks());
      assertEquals(ofA.rollbacks(), ofB.rollbacks());
      assertEquals(ofA.step(1), ofB.step(1));
    }
  }

  /** Frames to one step, and after it a divergence. */
  private static final class Breaking implements TripletSource {
    private final TripletSource frames = new Noise(0);
    private boolean broken;

    @Override
    public int count() {
      return frames.count();
    }

    @Override
    public void sample(RandomGenerator random, int side, ByteBuffer destination) {
      if (broken) {
        RollbackTest.<RuntimeException>raise(new DivergenceException("on purpose", 3));
      }
      frames.sample(random, side, destination);
    }
  }

  // A source may throw nothing checked, and no other part of a step is the test's own.
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void raise(Exception e) throws E {
    throw (E) e;
  }

  /** The second step was thrown away, and so were its losses. */
  @Test
  void aStopAfterARollbackTellsTheLossesOfTheStateGoneBackTo() throws IOException {
    Path run = folder.resolve("run");
    int[] asked = {0};
    Map<String, Double> good = train(run, config(2e-4), () -> ++asked[0] > 1).losses();
    // As if the process had been killed between the checkpoint and its line.
    Files.delete(run.resolve("stats.jsonl"));
    Breaking source = new Breaking();
    Listener breaking =
        new Listener() {
          @Override
          public void progress(Progress now) {
            assertEquals(2, now.done());
            double before = good.get("recurrent_a") + good.get("recurrent_b");
            assertNotEquals(before, now.figures().get("recurrent"));
            source.broken = true;
          }

          @Override
          public void message(String text) {
            told.add(text);
          }
        };
    BooleanSupplier takenBack = () -> told.stream().anyMatch(m -> m.contains("step 1,"));
    try (RunDirectory directory = RunDirectory.resume(run)) {
      TrainingRun.Outcome outcome =
          new TrainingRun(List.of(torch), directory, config(2e-4), TrainerTest.PROVENANCE, breaking)
              .run(new TripletSources(source, new Noise(2)), null, takenBack);
      assertFalse(outcome.finished());
      assertEquals(1, outcome.step());
      assertEquals(good, outcome.losses());
    }
    List<JsonNode> lines = stats(run).stream().filter(line -> line.has("losses")).toList();
    assertEquals(1, lines.size(), lines.toString());
    assertEquals(1, lines.get(0).path("step").asInt());
    assertEquals(Json.RECORDS.tree(good), lines.get(0).path("losses"));
  }

  private static List<JsonNode> rollbacks(Path run) throws IOException {
    return stats(run).stream().filter(line -> line.has("rollback")).toList();
  }

  @Test
  void whatNoRateTamesEndsWithAdviceAndTheLastGoodState() throws IOException {
    Path run = folder.resolve("run");
    TrainingConfig c = config(2e-4);
    TrainingConfig untamed =
        new TrainingConfig(
            Method.CYCLEGAN,
            LossWeights.of(Map.of("adversarial", 1.0, "cycle", 1e38)),
            c.objective(),
            c.networks(),
            c.optimisation(),
            c.data(),
            c.budget(),
            c.cadence(),
            c.seed());
    DivergenceException e =
        assertThrows(DivergenceException.class, () -> train(run, untamed, () -> false));
    assertTrue(e.getMessage().contains("step 1:"), e.getMessage());
    assertTrue(e.getMessage().contains("gradients of generators"), e.getMessage());
    assertTrue(e.getMessage().matches("(?s).* 3 times.* 1/64 .*"), e.getMessage());
    assertTrue(e.getMessage().contains("step-000000.safetensors"), e.getMessage());
    assertTrue(e.getMessage().matches("(?s).*`learning-rate` .*3\\.1e-06.*"), e.getMessage());
    assertEquals(3, rollbacks(run).size());
    try (Checkpoint kept = Checkpoint.open(RunDirectory.open(run).checkpoints().find("latest"))) {
      kept.verify();
      assertEquals(0, kept.step());
    }
  }

  /** Frames that, at one time, break a weight of the very trainer that asks for them. */
  private static final class Poison implements TripletSource {
    private final TripletSource frames = new Noise(0);
    private @Nullable Trainer command;
    private int good;
    private int asked;

    @Override
    public int count() {
      return frames.count();
    }

    @Override
    public void sample(RandomGenerator random, int side, ByteBuffer destination) {
      frames.sample(random, side, destination);
      if (command != null && ++asked == good + 1) {
        Map<String, float[]> weights = command.gan().network("predictor_a").weights();
        weights.values().iterator().next()[0] = Float.NaN;
        command.gan().network("predictor_a").setWeights(weights);
      }
    }
  }

  @Test
  void aStepThatMeetsNotANumberIsAsIfItHadNotBeen() throws IOException {
    Path good = folder.resolve("good.safetensors");
    Path undisturbed = folder.resolve("undisturbed.safetensors");
    Path recovered = folder.resolve("recovered.safetensors");
    TrainingConfig config = config(2e-4);
    Poison source = new Poison();
    try (RunDirectory directory = RunDirectory.create(folder.resolve("run"));
        Trainer trainer = new Trainer(torch, config, source, new Noise(2))) {
      steps(trainer, 5);
      TrainerState.save(
          directory.checkpoints().file(5), trainer, config, TrainerTest.PROVENANCE, 1);
      Files.copy(directory.checkpoints().file(5), good);
      source.command = trainer;
      source.good = 2;
      steps(trainer, 2);
      DivergenceException e = assertThrows(DivergenceException.class, () -> trainer.step(2e-4));
      assertEquals(8, e.step());
      PatientWriter writer = new PatientWriter(false, () -> false, told::add, time -> {});
      new Rollback(directory, writer, listener).recover(trainer, e, 2e-4);
      assertEquals(5, trainer.stepsDone());
      steps(trainer, 4);
      TrainerState.save(recovered, trainer, config, TrainerTest.PROVENANCE, 1);
    }
    try (Trainer trainer = new Trainer(torch, config, new Noise(0), new Noise(2));
        Checkpoint checkpoint = Checkpoint.open(good)) {
      TrainerState.restore(checkpoint, trainer);
      assertEquals(0, trainer.rollbacks());
      trainer.setRollbacks(1);
      steps(trainer, 4);
      TrainerState.save(undisturbed, trainer, config, TrainerTest.PROVENANCE, 1);
    }
    assertEquals(-1, Files.mismatch(undisturbed, recovered));
  }

  private static void steps(Trainer trainer, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      trainer.step(2e-4);
    }
  }

  /** Weights that no loss has seen yet, and gradients: neither shows in this step's losses. */
  @Test
  void weightsAndGradientsAreLookedAtToo() throws IOException {
    try (Trainer trainer = new Trainer(torch, config(2e-4), new Noise(0), new Noise(2))) {
      FiniteState state = new FiniteState(trainer);
      state.check(1);
      float[] square = trainer.optimisers().get("generators").squares().get(0).toFloatArray();
      float[] broken = square.clone();
      broken[0] = Float.POSITIVE_INFINITY;
      torch.ops().assign(trainer.optimisers().get("generators").squares().get(0), broken);
      DivergenceException e = assertThrows(DivergenceException.class, () -> state.check(3));
      assertTrue(e.getMessage().contains("step 3:"), e.getMessage());
      assertTrue(e.getMessage().contains("gradients of generators"), e.getMessage());
      torch.ops().assign(trainer.optimisers().get("generators").squares().get(0), square);
      Map<String, float[]> weights = trainer.gan().network("generator_ba").weights();
      weights.get(POISONED)[3] = Float.NaN;
      trainer.gan().network("generator_ba").setWeights(weights);
      e = assertThrows(DivergenceException.class, () -> state.check(4));
      assertTrue(e.getMessage().contains("weights of generator_ba"), e.getMessage());
    }
  }
}
