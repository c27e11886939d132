package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.GeneratorObjective;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.terms.Terms;

/** Held-out errors against the objective's own terms, which PyTorch's golden values hold. */
class HeldOutErrorsTest {

  /** The same three frames every time, however random. */
  private record Still(int seed, int step) implements TripletSource {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public void sample(RandomGenerator random, int side, ByteBuffer destination) {
      for (int frame = 0; frame < 3; frame++) {
        for (int i = 0; i < side * side * 3; i++) {
          destination.put((byte) (20 + (i * seed) % 100 + step * frame));
        }
      }
    }
  }

  @Test
  void errorsAreTheTermsWithoutTheirWeights() {
    Still a = new Still(7, 10);
    Still b = new Still(3, 30);
    NetworkSizes sizes = new NetworkSizes(2, 1, 2, 3, 1, 5);
    try (Torch torch = Torch.open(Device.cpu());
        NDManager scope = torch.manager().newSubManager();
        RecycleGan gan =
            new RecycleGan(
                torch, sizes, EnumSet.allOf(NetworkRole.class), 1, Precision.FLOAT32, 3);
        HeldOutErrors heldOut = new HeldOutErrors(torch, gan, true, 32, a, b)) {
      Map<String, Double> errors = heldOut.measure(() -> false).orElseThrow();
      assertEquals(Optional.empty(), heldOut.measure(() -> true));
      GeneratorObjective objective =
          new GeneratorObjective(
              gan,
              Terms.of(LossWeights.of(Map.of("cycle", 1.0, "recurrent", 1.0, "recycle", 1.0))),
              ObjectiveOptions.PUBLISHED,
              torch.ops());
      SplittableRandom random = new SplittableRandom(1);
      Map<String, Double> terms =
          torch.inferring(
              () ->
                  objective
                      .compute(
                          torch,
                          scope,
                          new TripletBatches(a, 32, 1).next(scope, torch.ops(), random),
                          new TripletBatches(b, 32, 1).next(scope, torch.ops(), random),
                          RandomInputs.seeded(1),
                          half -> Gradients.none())
                      .values());
      for (String domain : new String[] {"_a", "_b"}) {
        assertEquals(terms.get("recurrent" + domain), errors.get("recurrent" + domain), 1e-5);
        assertEquals(terms.get("recycle" + domain), errors.get("recycle" + domain), 1e-5);
        // The cycle loss is a sum over two frames.
        assertEquals(terms.get("cycle" + domain) / 2, errors.get("cycle" + domain), 1e-5);
      }
      assertEquals(10 / 127.5, errors.get("copy_last_a"), 1e-5);
      assertEquals(30 / 127.5, errors.get("copy_last_b"), 1e-5);
      assertEquals(
          (errors.get("recycle_a") + errors.get("recycle_b")) / 2, heldOut.score(errors), 1e-9);
    }
  }
}
