package org.recyclegan.recycle.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole.Phase;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.terms.Terms;
import org.recyclegan.recycle.train.TripletBatches;

class GeneratorObjectiveTest {

  private static final int SIDE = 32;

  /** To the last bit, which a sum of three or more owes to the order of its additions. */
  @Test
  void gradientsDoNotDependOnWhichWayIsDoneFirst() throws IOException {
    Map<String, List<float[]>> expected = gradientsOfThreeBatches("generator_ab");
    Map<String, List<float[]>> found = gradientsOfThreeBatches("generator_ba");
    expected.forEach(
        (name, gradients) -> {
          for (int i = 0; i < gradients.size(); i++) {
            assertArrayEquals(gradients.get(i), found.get(name).get(i), name + " " + i);
          }
        });
  }

  /** The way that begins with one generator is done before the other one is differentiated. */
  private static Map<String, List<float[]>> gradientsOfThreeBatches(String firstDone)
      throws IOException {
    Method method = Method.RECYCLE_GAN;
    try (Torch torch = Torch.open(Device.cpu(), 2);
        NDManager scope = torch.manager().newSubManager();
        RecycleGan gan =
            new RecycleGan(
                torch,
                new NetworkSizes(4, 2, 4, 3, 4, 5),
                Terms.of(method.weights()).roles(),
                1,
                Precision.FLOAT32,
                7)) {
      gan.networks(Phase.GENERATORS).forEach(network -> network.setLearning(true));
      GeneratorObjective objective =
          new GeneratorObjective(
              gan, Terms.of(method.weights()), ObjectiveOptions.PUBLISHED, torch.ops());
      TripletBatches a = new TripletBatches(new Noise(0), SIDE, 1);
      TripletBatches b = new TripletBatches(new Noise(2), SIDE, 1);
      SplittableRandom random = new SplittableRandom(5);
      for (int i = 0; i < 3; i++) {
        CountDownLatch done = new CountDownLatch(1);
        objective.compute(
            torch,
            scope,
            a.next(scope, torch.ops(), random),
            b.next(scope, torch.ops(), random),
            RandomInputs.seeded(1),
            half -> inTurn(torch, half, half.learning().get(0) == gan.network(firstDone), done));
      }
      Map<String, List<float[]>> gradients = new LinkedHashMap<>();
      for (String name : gan.names(Phase.GENERATORS)) {
        Network network = gan.network(name);
        gradients.put(name, network.gradients().stream().map(NDArray::toFloatArray).toList());
      }
      return gradients;
    }
  }

  private static Gradients inTurn(
      Torch torch, GeneratorObjective.Half half, boolean first, CountDownLatch done) {
    try {
      if (!first) {
        done.await();
      }
      return torch.gradients(half.terms().sum(), 1, half.learning());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      done.countDown();
    }
  }
}
