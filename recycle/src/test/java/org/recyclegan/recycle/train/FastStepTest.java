package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Cadence;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Adam;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;

/** What makes a step faster or smaller must not make another step of it. */
class FastStepTest {

  private static final double RATE = 2e-4;

  /** The order of sums differs, nothing else. */
  private static final double ROUNDING = 1e-5;

  /**
   * Relative in norm. A step's gradient is that sensitive: on these networks and frames of noise,
   * weights that are off by up to 0.4 % move it by 0.35 in float32. docs/performance-steps.md has
   * the figures.
   */
  private static final double BF16_GRADIENTS = 0.8;

  private static TrainingConfig config(
      Method method, int batch, int accumulate, Precision precision) {
    return new TrainingConfig(
        method,
        method.weights(),
        ObjectiveOptions.PUBLISHED,
        new NetworkSizes(4, 2, 4, 3, 4, 5),
        new Optimisation(RATE, 0.5, 0.999, 0.5, batch, 0, accumulate, precision),
        new DataOptions(64, 64, 1, 0),
        Budget.steps(40),
        new Cadence(10, 20, 5, 3),
        7);
  }

  /** Losses, first moments and weights after one step. */
  private record State(
      Map<String, Double> losses, Map<String, float[]> moments, Map<String, float[]> weights) {}

  private static State afterOneStep(TrainingConfig config, int devices, int threads)
      throws IOException {
    return afterSteps(1, config, devices, threads);
  }

  private static State afterSteps(int steps, TrainingConfig config, int devices, int threads)
      throws IOException {
    List<Torch> engines = new ArrayList<>();
    for (int i = 0; i < devices; i++) {
      engines.add(Torch.open(Device.cpu(), threads));
    }
    try (Trainer trainer = new Trainer(engines, config, new Noise(0), new Noise(2))) {
      Map<String, Double> losses = Map.of();
      for (int i = 0; i < steps; i++) {
        losses = trainer.step(RATE);
      }
      Map<String, float[]> moments = new LinkedHashMap<>();
      for (Map.Entry<String, Adam> adam : trainer.optimisers().entrySet()) {
        moments.put(adam.getKey(), joined(adam.getValue().means()));
      }
      Map<String, float[]> weights = new LinkedHashMap<>();
      trainer
          .gan()
          .networks()
          .forEach((name, network) -> weights.put(name, joined(network.parameters())));
      return new State(losses, moments, weights);
    } finally {
      engines.forEach(Torch::close);
    }
  }

  private static float[] joined(List<NDArray> tensors) {
    List<float[]> parts = tensors.stream().map(NDArray::toFloatArray).toList();
    float[] all = new float[parts.stream().mapToInt(p -> p.length).sum()];
    int next = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }

  private static void assertSameStep(State expected, State found, double tolerance) {
    assertEquals(expected.losses().keySet(), found.losses().keySet());
    expected
        .losses()
        .forEach(
            (name, loss) -> assertEquals(loss, found.losses().get(name), tolerance * loss, name));
    expected
        .moments()
        .forEach(
            (name, moments) ->
                assertTrue(distance(moments, found.moments().get(name)) <= tolerance, name));
  }

  /** Relative in norm. */
  private static double distance(float[] expected, float[] found) {
    assertEquals(expected.length, found.length);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow((double) expected[i] - found[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    assertTrue(norm > 0);
    return Math.sqrt(difference / norm);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void accumulatedBatchesAreTheBigBatch(Method method) throws IOException {
    assertSameStep(
        afterOneStep(config(method, 4, 1, Precision.FLOAT32), 1, 1),
        afterOneStep(config(method, 1, 4, Precision.FLOAT32), 1, 1),
        ROUNDING);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void twoReplicasDoTheStepOfTheBigBatch(Method method) throws IOException {
    assertSameStep(
        afterOneStep(config(method, 4, 1, Precision.FLOAT32), 1, 1),
        afterOneStep(config(method, 1, 4, Precision.FLOAT32), 2, 1),
        ROUNDING);
  }

  /** Otherwise they would drift apart from the second step on. */
  @Test
  void replicasKeepTheSameWeights() throws IOException {
    try (Torch first = Torch.open(Device.cpu(), 1);
        Torch second = Torch.open(Device.cpu(), 1);
        Trainer trainer =
            new Trainer(
                List.of(first, second),
                config(Method.RECYCLE_GAN, 1, 2, Precision.FLOAT32),
                new Noise(0),
                new Noise(2))) {
      for (int i = 0; i < 3; i++) {
        trainer.step(RATE);
      }
      weights(trainer).forEach((name, each) -> assertArrayEquals(each.get(0), each.get(1), name));
    }
  }

  /** A rollback happens after any half of a step, and must leave nothing of it on any device. */
  @Test
  void aDivergedStepIsTakenBackOnEveryReplica(@TempDir Path folder) throws IOException {
    TrainingConfig config = config(Method.RECYCLE_GAN, 1, 2, Precision.FLOAT32);
    try (Torch first = Torch.open(Device.cpu(), 1);
        Torch second = Torch.open(Device.cpu(), 1);
        Trainer trainer = new Trainer(List.of(first, second), config, new Noise(0), new Noise(2))) {
      trainer.step(RATE);
      Path saved = folder.resolve("step-000001.safetensors");
      TrainerState.save(saved, trainer, config, TrainerTest.PROVENANCE, 1);
      trainer.step(RATE);
      Map<String, List<float[]>> undisturbed = weights(trainer);
      restore(saved, trainer);
      assertThrows(DivergenceException.class, () -> explode(trainer));
      restore(saved, trainer);
      trainer.step(RATE);
      weights(trainer)
          .forEach(
              (name, replicas) -> {
                assertArrayEquals(undisturbed.get(name).get(0), replicas.get(0), name);
                assertArrayEquals(replicas.get(0), replicas.get(1), name);
              });
    }
  }

  private static void explode(Trainer trainer) throws IOException {
    for (int i = 0; i < 10; i++) {
      trainer.step(10);
    }
  }

  private static void restore(Path saved, Trainer trainer) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(saved)) {
      TrainerState.restore(checkpoint, trainer);
    }
  }

  /** Weights of every network in each replica. */
  private static Map<String, List<float[]>> weights(Trainer trainer) {
    Map<String, List<float[]>> weights = new LinkedHashMap<>();
    for (String name : trainer.gan().networks().keySet()) {
      weights.put(
          name,
          trainer.replicas().stream()
              .map(replica -> joined(replica.gan().network(name).parameters()))
              .toList());
    }
    return weights;
  }

  @Test
  void batchesThatCannotBeSharedOutAreRefused() {
    TrainingConfig config = config(Method.CYCLEGAN, 1, 3, Precision.FLOAT32);
    try (Torch torch = Torch.open(Device.cpu(), 1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Trainer(List.of(torch, torch), config, new Noise(0), new Noise(2)).close());
    }
  }

  /** Bit for bit: each half runs on one thread either way. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void twoThreadsDoTheStepOfOne(Method method) throws IOException {
    TrainingConfig config = config(method, 1, 1, Precision.FLOAT32);
    assertIdentical(afterOneStep(config, 1, 1), afterOneStep(config, 1, 2));
  }

  private static void assertIdentical(State one, State two) {
    assertEquals(one.losses(), two.losses());
    one.weights()
        .forEach((name, weights) -> assertArrayEquals(weights, two.weights().get(name), name));
  }

  /** From the second batch on three gradients are added up, and their order shows. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void threadsDoNotShowInAccumulatedBatches(Method method) throws IOException {
    TrainingConfig config = config(method, 1, 3, Precision.FLOAT32);
    State one = afterSteps(3, config, 1, 1);
    assertIdentical(one, afterSteps(3, config, 1, 2));
    assertIdentical(one, afterSteps(3, config, 1, 2));
  }

  /**
   * Lanes of the devices work for lanes of the first engine, which wait for them. Discriminators
   * divide their operations over a device's threads there, so one thread's step is another one in
   * its last bits.
   */
  @ParameterizedTest
  @EnumSource(Method.class)
  @Timeout(120)
  void twoReplicasOfTwoThreadsDoTheStepOfOne(Method method) throws IOException {
    TrainingConfig config = config(method, 1, 4, Precision.FLOAT32);
    State four = afterOneStep(config, 2, 2);
    assertSameStep(afterOneStep(config, 1, 1), four, ROUNDING);
    assertIdentical(four, afterOneStep(config, 2, 2));
  }

  /** Losses are means over many rounded values, so they are nearer than one value's 0.4 %. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void bf16LosesAboutWhatFloat32Loses(Method method) throws IOException {
    State expected = afterOneStep(config(method, 1, 1, Precision.FLOAT32), 1, 1);
    State found = afterOneStep(config(method, 1, 1, Precision.BF16), 1, 1);
    expected
        .losses()
        .forEach((name, loss) -> assertEquals(loss, found.losses().get(name), 0.02 * loss, name));
    for (float[] moments : found.moments().values()) {
      for (float moment : moments) {
        assertTrue(Float.isFinite(moment));
      }
    }
    expected
        .moments()
        .forEach(
            (name, moments) ->
                assertTrue(distance(moments, found.moments().get(name)) < BF16_GRADIENTS, name));
  }
}
