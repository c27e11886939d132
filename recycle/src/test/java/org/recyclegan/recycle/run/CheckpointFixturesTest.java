package org.recyclegan.recycle.run;

import org.recyclegan.recycle.train.TrainerState;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.train.Trainer;
import org.recyclegan.recycle.train.TrainerTest;

/**
 * A checkpoint of every format version stays loadable. Each file was written by the release whose
 * format it has, after three steps; the losses of the fourth and fifth are what that release then
 * went on to.
 */
class CheckpointFixturesTest {

  /** A format version, and how training went on. */
  private record Fixture(
      int format,
      Method method,
      ObjectiveOptions objective,
      Map<String, Double> fourth,
      Map<String, Double> fifth) {}

  static Stream<Fixture> fixtures() {
    return Stream.of(
        new Fixture(
            1,
            Method.RECYCLE_TEMPORAL,
            ObjectiveOptions.PUBLISHED.withDiscriminatorFrames(2, true),
            Map.of("recycle_a", 5.827908992767334, "discriminator_b", 1.8668607473373413),
            Map.of("recycle_a", 5.758116722106934, "discriminator_b", 1.669780969619751)));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void trainingGoesOnAsTheReleaseThatWroteItWould(Fixture fixture) throws IOException {
    try (Torch torch = Torch.open(Device.cpu());
        Checkpoint checkpoint =
            Checkpoint.open(
                Resources.path("/checkpoints/format-" + fixture.format() + ".safetensors"))) {
      TrainingConfig config = checkpoint.config();
      assertEquals(expected(fixture), config);
      assertEquals(3, checkpoint.step());
      assertEquals(1.5, checkpoint.seconds());
      try (Trainer trainer = new Trainer(torch, config, new Noise(0), new Noise(2))) {
        TrainerState.restore(checkpoint, trainer);
        assertLosses(fixture.fourth(), trainer.step(2e-4));
        assertLosses(fixture.fifth(), trainer.step(2e-4));
      }
    }
  }

  /** The weights are those that both methods had when the checkpoints were written. */
  private static TrainingConfig expected(Fixture fixture) {
    TrainingConfig c = TrainerTest.config(Method.RECYCLE_GAN, 1);
    return new TrainingConfig(
        fixture.method(),
        c.weights(),
        fixture.objective(),
        c.networks(),
        c.optimisation(),
        c.data(),
        c.budget(),
        c.cadence(),
        c.seed());
  }

  /** Another processor rounds differently, and Adam makes much of it. */
  private static void assertLosses(Map<String, Double> expected, Map<String, Double> found) {
    expected.forEach((name, loss) -> assertEquals(loss, found.get(name), 2e-3 * loss, name));
  }
}
