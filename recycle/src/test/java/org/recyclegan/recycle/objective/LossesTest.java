package org.recyclegan.recycle.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.Reconstruction;
import org.recyclegan.recycle.nn.Torch;

/** The losses against their formulas, in double precision. */
@ExtendWith(OpenTorch.class)
class LossesTest {

  private final Torch torch;

  LossesTest(Torch torch) {
    this.torch = torch;
  }

  private double adversarial(AdversarialLoss loss, boolean real, float... judged) {
    try (NDManager step = torch.manager().newSubManager()) {
      NDArray x = step.create(judged);
      return Distances.judged(loss, step, torch.ops(), x, real, 3).getFloat();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {-90, -15, -3, -0.5f, 0, 0.5f, 3, 15, 90})
  void crossEntropyIsThatOfTheSigmoid(float x) {
    double real = Math.log1p(Math.exp(-x));
    double fake = Math.log1p(Math.exp(x));
    assertEquals(3 * real, adversarial(AdversarialLoss.CROSS_ENTROPY, true, x), 1e-6 * (1 + real));
    assertEquals(3 * fake, adversarial(AdversarialLoss.CROSS_ENTROPY, false, x), 1e-6 * (1 + fake));
  }

  @Test
  void leastSquaresIsTheMeanSquareToOneOrZero() {
    assertEquals(
        3 * (0.25 + 4) / 2, adversarial(AdversarialLoss.LEAST_SQUARES, true, 0.5f, 3), 1e-6);
    assertEquals(
        3 * (0.25 + 9) / 2, adversarial(AdversarialLoss.LEAST_SQUARES, false, 0.5f, 3), 1e-6);
  }

  @Test
  void reconstructionIsTheMeanOfTheAbsoluteOrSquaredDifference() {
    try (NDManager step = torch.manager().newSubManager()) {
      NDArray x = step.create(new float[] {1, -1, 0.5f});
      NDArray y = step.create(new float[] {0, 1, 0.5f});
      assertEquals(
          2, Distances.between(Reconstruction.L1, step, torch.ops(), x, y, 2).getFloat(), 1e-6);
      assertEquals(
          2 * 5 / 3.0,
          Distances.between(Reconstruction.L2, step, torch.ops(), x, y, 2).getFloat(),
          1e-6);
    }
  }
}
