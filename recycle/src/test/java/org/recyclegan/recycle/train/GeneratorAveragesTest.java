package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;

class GeneratorAveragesTest {

  private static final double RATE = 2e-4;
  private static final int HALF_LIFE = 2;
  private static final int STEPS = 24;

  private static Torch torch;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    torch = Torch.open(Device.cpu());
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  private static TrainingConfig config(int halfLife) {
    TrainingConfig c = TrainerTest.config(Method.RECYCLE_GAN, 0);
    return c.withOptimisation(c.optimisation().withAverageHalfLife(halfLife));
  }

  private static Trainer trainer(TrainingConfig config) {
    return new Trainer(torch, config, new Noise(0), new Noise(2));
  }

  /** The slow way, in double: one weight after the other. */
  private static final class SlowAverage {
    private final Map<String, double[]> values = new LinkedHashMap<>();

    SlowAverage(Network network) {
      network.weights().forEach((name, weights) -> values.put(name, widened(weights)));
    }

    private static double[] widened(float[] weights) {
      double[] wide = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        wide[i] = weights[i];
      }
      return wide;
    }

    void add(Network network, long step) {
      double halfLife = Math.min(HALF_LIFE, step / 10.0);
      double kept = Math.exp(-Math.log(2) / halfLife);
      network
          .weights()
          .forEach(
              (name, weights) -> {
                double[] average = values.get(name);
                for (int i = 0; i < weights.length; i++) {
                  average[i] = kept * average[i] + (1 - kept) * weights[i];
                }
              });
    }

    void assertIs(Network network) {
      Map<String, float[]> found = network.weights();
      assertEquals(values.keySet(), found.keySet());
      values.forEach(
          (name, expected) -> assertArrayEquals(expected, widened(found.get(name)), 2e-8, name));
    }
  }

  /** On two devices, too: there each has a copy of the weights, and one the averages. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void averagesAreThoseOfASlowLoop(int devices) throws IOException {
    TrainingConfig config =
        config(HALF_LIFE)
            .withOptimisation(
                new Optimisation(RATE, 0.5, 0.999, 1, 1, 0, devices, Precision.FLOAT32, HALF_LIFE));
    try (Torch second = Torch.open(Device.cpu());
        Trainer trainer =
            new Trainer(
                List.of(torch, second).subList(0, devices), config, new Noise(0), new Noise(2))) {
      assertEquals(
          List.of("generator_ab", "generator_ba"),
          List.copyOf(trainer.averages().networks().keySet()));
      Map<String, SlowAverage> slow = new LinkedHashMap<>();
      trainer
          .averages()
          .networks()
          .keySet()
          .forEach(name -> slow.put(name, new SlowAverage(trainer.gan().network(name))));
      for (int i = 0; i < STEPS; i++) {
        trainer.step(RATE);
        slow.forEach(
            (name, average) -> average.add(trainer.gan().network(name), trainer.stepsDone()));
      }
      slow.forEach((name, average) -> average.assertIs(trainer.averages().networks().get(name)));
      assertFalse(
          Arrays.equals(
              weight(trainer.gan().network("generator_ab")),
              weight(trainer.averages().networks().get("generator_ab"))));
    }
  }

  private static float[] weight(Network network) {
    float[] weight = network.weights().get("model.1.weight");
    return weight == null ? new float[0] : weight;
  }

  @Test
  void nothingIsLearntFromAverages() throws IOException {
    try (Trainer with = trainer(config(HALF_LIFE));
        Trainer without = trainer(config(0))) {
      for (int i = 0; i < 5; i++) {
        assertEquals(without.step(RATE), with.step(RATE));
      }
      without
          .gan()
          .networks()
          .forEach(
              (name, network) ->
                  network
                      .weights()
                      .forEach(
                          (tensor, values) ->
                              assertArrayEquals(
                                  values,
                                  with.gan().network(name).weights().get(tensor),
                                  name + tensor)));
      assertTrue(without.averages().networks().isEmpty());
    }
  }

  /** What is looked at: averaged generators beside the other networks as they are. */
  @Test
  void onlyGeneratorsAreReplacedWhereTheyAreLookedAt() throws IOException {
    try (Trainer trainer = trainer(config(HALF_LIFE))) {
      trainer.step(RATE);
      var shown = trainer.averages().gan();
      assertEquals(trainer.gan().networks().keySet(), shown.networks().keySet());
      for (String name : shown.networks().keySet()) {
        assertEquals(
            Set.of("generator_ab", "generator_ba").contains(name),
            shown.network(name) != trainer.gan().network(name),
            name);
      }
      shown.close();
      trainer.step(RATE);
      assertThrows(
          IllegalArgumentException.class,
          () -> shown.with(Map.of("generator_bc", shown.network("generator_ab"))));
    }
  }

  @Test
  void aStateThatIsTakenBackTakesItsAveragesBack() throws IOException {
    Path saved = folder.resolve("saved.safetensors");
    TrainingConfig config = config(HALF_LIFE);
    try (Trainer trainer = trainer(config)) {
      trainer.step(RATE);
      trainer.step(RATE);
      Network average = trainer.averages().networks().get("generator_ba");
      float[] then = weight(average);
      TrainerState.save(saved, trainer, config, TrainerTest.PROVENANCE, 1);
      trainer.step(RATE);
      assertFalse(Arrays.equals(then, weight(average)));
      try (Checkpoint checkpoint = Checkpoint.open(saved)) {
        TrainerState.restore(checkpoint, trainer);
        assertArrayEquals(then, weight(average));
        assertArrayEquals(then, checkpoint.tensor("average.generator_ba/model.1.weight"));
        assertEquals(
            GeneratorWeights.AVERAGED, checkpoint.generators().present(GeneratorWeights.AVERAGED));
        assertEquals(GeneratorWeights.RAW, checkpoint.generators().present(GeneratorWeights.RAW));
      }
    }
  }

  /** A step that is thrown away is not mixed in. */
  @Test
  void aStepThatDivergesDoesNotReachTheAverages() throws IOException {
    try (Trainer trainer = trainer(config(HALF_LIFE))) {
      trainer.step(RATE);
      float[] before = weight(trainer.averages().networks().get("generator_ab"));
      Map<String, float[]> broken = trainer.gan().network("generator_ab").weights();
      broken.values().iterator().next()[0] = Float.NaN;
      trainer.gan().network("generator_ab").setWeights(broken);
      assertThrows(DivergenceException.class, () -> trainer.step(RATE));
      assertArrayEquals(before, weight(trainer.averages().networks().get("generator_ab")));
    }
  }

  /** One of before there were averages, or an imported one. */
  @Test
  void aCheckpointWithoutAveragesBeginsThemWithItsWeights() throws IOException {
    try (Checkpoint old = Checkpoint.open(Resources.path("/checkpoints/format-1.safetensors"))) {
      assertEquals(GeneratorWeights.RAW, old.generators().present(GeneratorWeights.AVERAGED));
      TrainingConfig config = old.config();
      assertFalse(config.optimisation().averages());
      TrainingConfig averaging =
          config.withOptimisation(config.optimisation().withAverageHalfLife(HALF_LIFE));
      try (Trainer trainer = trainer(averaging)) {
        TrainerState.restore(old, trainer);
        for (String name : List.of("generator_ab", "generator_ba")) {
          Network average = trainer.averages().networks().get(name);
          assertArrayEquals(old.tensor(name + "/model.1.weight"), weight(average));
        }
        trainer.step(RATE);
        assertNotEquals(
            weight(trainer.gan().network("generator_ab"))[0],
            weight(trainer.averages().networks().get("generator_ab"))[0]);
      }
    }
  }

  @Test
  void withoutAveragesACheckpointHasNone() throws IOException {
    Path saved = folder.resolve("saved.safetensors");
    try (Trainer trainer = trainer(config(0))) {
      TrainerState.save(saved, trainer, config(0), TrainerTest.PROVENANCE, 1);
    }
    try (Checkpoint checkpoint = Checkpoint.open(saved)) {
      assertFalse(checkpoint.holds("average.generator_ab/model.1.weight"));
      assertTrue(checkpoint.holds("generator_ab/model.1.weight"));
    }
  }

  @Test
  void nothingIsLeftBehindByAverages() throws IOException {
    try (Trainer trainer = trainer(config(HALF_LIFE))) {
      trainer.step(RATE);
      int before = torch.manager().getManagedArrays().size();
      for (int i = 0; i < 10; i++) {
        trainer.step(RATE);
      }
      assertEquals(before, torch.manager().getManagedArrays().size());
    }
  }
}
