package org.recyclegan.recycle.objective.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;
import org.recyclegan.recycle.objective.WeightedTerms;

@ExtendWith(OpenTorch.class)
class NoisyCycleTest {

  private static final int SIDE = 32;

  private final Torch torch;

  NoisyCycleTest(Torch torch) {
    this.torch = torch;
  }

  private static float[] noise(int count, long seed, double scale) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  /** Against a slow loop over pixels, with the noise given. */
  @Test
  void itIsTheDistanceOfAFrameFromItsReturnThroughNoise() {
    WeightedTerms terms = Terms.of(LossWeights.of(Map.of("noisy_cycle", 3.0)));
    int count = 3 * SIDE * SIDE;
    float[] given = noise(count, 5, 1);
    RandomInputs fixed = (owner, name, shape) -> owner.create(given, shape);
    try (NDManager scope = torch.manager().newSubManager();
        RecycleGan gan =
            new RecycleGan(
                torch,
                new NetworkSizes(2, 1, 2, 2, 1, 5),
                terms.roles(),
                1,
                Precision.FLOAT32,
                4)) {
      TripletBatch a = batch(scope, 1);
      TripletBatch b = batch(scope, 2);
      Pass pass =
          new Pass(
              scope,
              torch.ops(),
              gan,
              terms,
              ObjectiveOptions.PUBLISHED,
              Direction.A2B,
              a,
              b,
              fixed);
      double found = torch.inferring(() -> (double) new NoisyCycle().value(pass, 3).getFloat());

      NDArray x = a.first(1);
      float[] there =
          torch.inferring(() -> gan.network("generator_ab").forward(scope, x).toFloatArray());
      for (int i = 0; i < count; i++) {
        there[i] += 0.1f * given[i];
      }
      NDArray noisy = scope.create(there, x.getShape());
      float[] back =
          torch.inferring(() -> gan.network("generator_ba").forward(scope, noisy).toFloatArray());
      float[] real = x.toFloatArray();
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += Math.abs(back[i] - real[i]);
      }
      assertEquals(3 * sum / count, found, 1e-5 * found);
    }
  }

  private TripletBatch batch(NDManager scope, long seed) {
    float[] values = noise(3 * 3 * SIDE * SIDE, seed, 0.3);
    return new TripletBatch(scope, torch.ops(), scope.create(values, new Shape(3, 3, SIDE, SIDE)));
  }

  @Test
  void seededNoiseIsTheSameAgainAndAnotherForAnotherName() {
    try (NDManager scope = torch.manager().newSubManager()) {
      Shape shape = new Shape(2, 500);
      float[] first = RandomInputs.seeded(3).normal(scope, "x", shape).toFloatArray();
      float[] again = RandomInputs.seeded(3).normal(scope, "x", shape).toFloatArray();
      float[] other = RandomInputs.seeded(3).normal(scope, "y", shape).toFloatArray();
      assertEquals(first[7], again[7]);
      assertNotEquals(first[7], other[7]);
      double squares = 0;
      for (float value : first) {
        squares += value * value;
      }
      // 1000 values: the mean square is 1, with a deviation of 0.045.
      assertEquals(1, squares / first.length, 0.2);
    }
  }
}
