package org.recyclegan.recycle.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast forms against the plain one, which is what PyTorch's layers of the same names do. */
class ScriptFormTest {

  /** Rounding to float32, relative to the norm. */
  private static final double FLOAT32_TOLERANCE = 1e-5;

  /** Bfloat16 has 8 bits: an operand is off by up to 0.4 %, and ten to twenty layers add it up. */
  private static final double BF16_OUTPUT_TOLERANCE = 0.05;

  /**
   * On the way back errors add up over as many layers again, and a value near zero may be on the
   * other side of a ReLU. These networks are narrow, so that little of it averages out.
   */
  private static final double BF16_GRADIENT_TOLERANCE = 0.4;

  private static Torch torch;

  @BeforeAll
  static void open() {
    torch = Torch.open(Device.cpu());
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  /** Both sides of every threshold: few positions and many, batches, sides that differ. */
  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(new ResnetGenerator(8, 2), 3, 1, 32, 48),
        Arguments.of(new ResnetGenerator(8, 2), 3, 2, 32, 32),
        Arguments.of(new UnetPredictor(4, 6), 6, 2, 64, 64),
        Arguments.of(new UnetPredictor(4, 5), 6, 1, 64, 32),
        Arguments.of(new PatchDiscriminator(8, 3), 3, 3, 64, 64),
        Arguments.of(new PatchDiscriminator(8, 3), 3, 1, 24, 32));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void float32IsThePlainForm(
      Architecture architecture, int channels, int samples, int height, int width) {
    assertCloseToPlain(
        architecture,
        new FloatForm(),
        new Shape(samples, channels, height, width),
        FLOAT32_TOLERANCE,
        FLOAT32_TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void bf16IsNear(Architecture architecture, int channels, int samples, int height, int width) {
    assertCloseToPlain(
        architecture,
        new Bf16Form(),
        new Shape(samples, channels, height, width),
        BF16_OUTPUT_TOLERANCE,
        BF16_GRADIENT_TOLERANCE);
  }

  private static void assertCloseToPlain(
      Architecture architecture, ScriptForm form, Shape shape, double outputs, double gradients) {
    try (NDManager scope = torch.manager().newSubManager();
        Network weights = new Network(torch, architecture, new SplittableRandom(4))) {
      Random random = new Random(2);
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * random.nextFloat() - 1;
      }
      weights.setLearning(true);
      float[][] expected = run(scope, architecture, new PlainForm(), weights, shape, values);
      float[][] found = run(scope, architecture, form, weights, shape, values);
      for (int i = 0; i < expected.length; i++) {
        // A bias before a normalisation has a gradient of rounding errors only: its layer's
        // weights, just before it, give the scale.
        double scale = norm(expected[i]);
        if (i % 2 == 0 && i > 1) {
          scale = Math.max(scale, norm(expected[i - 1]));
        }
        assertEquals(
            0,
            distance(expected[i], found[i]) / scale,
            i == 0 ? outputs : gradients,
            "quantity " + i);
      }
      assertTrue(norm(expected[0]) > 0);
    }
  }

  /** The output, the gradient of every parameter, and that of the input. */
  private static float[][] run(
      NDManager scope,
      Architecture architecture,
      ScriptForm form,
      Network weights,
      Shape shape,
      float[] values) {
    NDList parameters = weights.parameters();
    try (Script script = torch.compile(architecture.script(form).methods())) {
      NDArray x = scope.create(values, shape);
      x.setRequiresGradient(true);
      NDArray y = torch.differentiating(() -> script.call(scope, "forward", x, parameters));
      NDList variables = new NDList(parameters);
      variables.add(x);
      NDList gradients =
          torch.differentiating(
              () -> torch.ops().gradients(scope, y.mul(y).mul(y.add(1)).sum(), 1, variables));
      List<float[]> results = new ArrayList<>();
      results.add(y.toFloatArray());
      gradients.forEach(gradient -> results.add(gradient.toFloatArray()));
      return results.toArray(float[][]::new);
    }
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
