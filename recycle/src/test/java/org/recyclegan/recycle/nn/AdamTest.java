package org.recyclegan.recycle.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamTest {

  private static final double RATE = 0.01;
  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.999;

  /** The formula of Kingma and Ba's algorithm 1, in double precision. */
  @Test
  void updatesFollowTheFormula() {
    try (Torch torch = Torch.open(Device.cpu());
        Network network =
            new Network(torch, new PatchDiscriminator(1, 1), new SplittableRandom(3));
        NDManager scope = torch.manager().newSubManager()) {
      Adam adam = new Adam(torch, BETA1, BETA2, List.of(network));
      network.setLearning(true);
      NDArray bias = network.parameters().get(network.parameters().size() - 1);
      double expected = bias.getFloat(0);
      double mean = 0;
      double square = 0;
      for (int step = 1; step <= 5; step++) {
        NDArray x = scope.ones(new Shape(1, 3, 16, 16)).mul(0.1f * step);
        double gradient = backwardOfMean(torch, network, scope, x);
        mean = BETA1 * mean + (1 - BETA1) * gradient;
        square = BETA2 * square + (1 - BETA2) * gradient * gradient;
        double meanHat = mean / (1 - Math.pow(BETA1, step));
        double squareHat = square / (1 - Math.pow(BETA2, step));
        expected -= RATE * meanHat / (Math.sqrt(squareHat) + 1e-8);
        adam.update(RATE);
        assertEquals(expected, bias.getFloat(0), 1e-6);
        assertEquals(step, adam.step());
      }
    }
  }

  private static double backwardOfMean(Torch torch, Network network, NDManager scope, NDArray x) {
    NDArray mean = torch.differentiating(() -> network.forward(scope, x).mean());
    torch.backward(mean, 1, List.of(network));
    return network.gradients().get(network.parameters().size() - 1).getFloat(0);
  }

  @Test
  void gradientsAreZeroAfterAnUpdate() {
    try (Torch torch = Torch.open(Device.cpu());
        Network network =
            new Network(torch, new PatchDiscriminator(1, 1), new SplittableRandom(3));
        NDManager scope = torch.manager().newSubManager()) {
      Adam adam = new Adam(torch, BETA1, BETA2, List.of(network));
      network.setLearning(true);
      NDArray x = scope.ones(new Shape(1, 3, 16, 16));
      NDArray mean = torch.differentiating(() -> network.forward(scope, x).mean());
      torch.backward(mean, 1, List.of(network));
      adam.update(RATE);
      for (NDArray gradient : network.gradients()) {
        float[] values = gradient.toFloatArray();
        assertArrayEquals(new float[values.length], values);
      }
    }
  }
}
