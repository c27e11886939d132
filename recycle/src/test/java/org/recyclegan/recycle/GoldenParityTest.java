package org.recyclegan.recycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;

/** Networks, loss terms and gradients against an independent PyTorch statement. */
class GoldenParityTest {

  private static Torch torch;

  @BeforeAll
  static void open() {
    torch = Torch.open(Device.cpu());
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  @ParameterizedTest
  @CsvSource({
    "square, cyclegan, CYCLEGAN", "square, recyclegan, RECYCLE_GAN",
    "square, recycle-cycle, RECYCLE_CYCLE", "wide, cyclegan, CYCLEGAN",
    "wide, recyclegan, RECYCLE_GAN", "wide, recycle-cycle, RECYCLE_CYCLE"
  })
  void networksTermsAndGradientsAgree(String geometry, String mode, Method method)
      throws IOException {
    try (NDManager step = torch.manager().newSubManager();
        RecycleGan gan = new RecycleGan(torch, Golden.SIZES, method.weights().temporal(), 1)) {
      Golden golden = Golden.load(step, geometry, mode);
      gan.networks().forEach((name, n) -> n.setWeights(golden.group("init/" + name + "/")));
      outputsAgree(step, gan, golden);
      GeneratorObjective objective =
          new GeneratorObjective(gan, method.weights(), ObjectiveOptions.PUBLISHED, torch.ops());
      Map<String, Double> terms =
          torch.differentiating(
              () -> {
                gan.generatorsAndPredictors().forEach(n -> n.setLearning(true));
                GeneratorObjective.Result result =
                    objective.compute(
                        step,
                        golden.batch(step, torch.ops(), "a"),
                        golden.batch(step, torch.ops(), "b"));
                Map<String, Double> values = result.terms().values();
                torch.backward(result.terms().sum());
                return values;
              });
      Map<String, float[]> expected = golden.group("term/");
      assertEquals(expected.keySet(), terms.keySet());
      expected.forEach(
          (name, value) -> assertEquals(value[0], terms.get(name), 1e-5 * value[0], name));
      gan.networks()
          .forEach(
              (name, network) -> {
                if (name.startsWith("discriminator")) {
                  network.parameters().forEach(p -> assertFalse(p.hasGradient(), name));
                } else {
                  gradientsAgree(name, network, golden);
                }
              });
    }
  }

  private static void outputsAgree(NDManager step, RecycleGan gan, Golden golden) {
    golden
        .group("out/")
        .forEach(
            (name, expected) -> {
              String network = name.substring(0, name.indexOf('/'));
              String input = name.substring(name.indexOf('/') + 1);
              NDArray x = golden.array(input.substring(0, 2));
              if (input.length() == 4) {
                x = torch.ops().concat(step, 1, x, golden.array(input.substring(2)));
              }
              NDArray input6 = x;
              float[] found =
                  torch.inferring(() -> gan.network(network).forward(step, input6).toFloatArray());
              assertArrayEquals(expected, found, 1e-5f, name);
            });
  }

  private static void gradientsAgree(String name, Network network, Golden golden) {
    Map<String, float[]> expected = golden.group("grad/" + name + "/");
    for (int i = 0; i < network.parameters().size(); i++) {
      String key = network.architecture().parameters().get(i).name();
      try (NDArray gradient = network.parameters().get(i).getGradient()) {
        float[] found = gradient.toFloatArray();
        // A bias before instance normalisation has a gradient of rounding errors only: its layer's
        // weights give the scale.
        double scale =
            Math.max(norm(expected.get(key)), norm(expected.get(key.replace(".bias", ".weight"))));
        double tolerance = 1e-4 * scale;
        assertEquals(
            0, distance(expected.get(key), found), tolerance, "gradient of " + name + "/" + key);
      }
    }
  }

  private static double norm(float[] x) {
    return distance(x, new float[x.length]);
  }

  private static double distance(float[] x, float[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }
}
