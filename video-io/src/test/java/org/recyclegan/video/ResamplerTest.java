package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  /** The sum was computed with numpy on the same formula. */
  @Test
  void goldenPatternIsTheOneTheNumbersWereComputedOn() {
    assertEquals(18802762, sum(GoldenFrames.frame(0)));
    assertEquals(18802678, sum(GoldenFrames.frame(1)));
  }

  /**
   * Pillow, mode F: {@code np.stack([Image.fromarray(x[..., c].astype('float32')).resize((100, 75),
   * Image.BICUBIC) for c in range(3)], -1)[40, 61]}.
   */
  @Test
  void shrinkingMatchesPillow() {
    Resampler resampler = Resampler.of(256, 192, 100, 75);
    assertPixel(
        resampler.applyUnrounded(GoldenFrames.frame(0)),
        100 * 40 + 61,
        140.02022,
        140.20799,
        157.59384);
  }

  /** As above, {@code resize((299, 299))[150, 37]}: wider and higher, by different factors. */
  @Test
  void enlargingMatchesPillow() {
    float[] out = Resampler.of(256, 192, 299, 299).applyUnrounded(GoldenFrames.frame(0));
    assertPixel(out, 299 * 150 + 37, 190.13341, 194.33025, 151.09344);
    double[] means = new double[3];
    for (int i = 0; i < out.length; i++) {
      means[i % 3] += Math.max(0, Math.min(255, out[i])) / (299.0 * 299.0);
    }
    assertArrayEquals(new double[] {127.529105, 127.514302, 127.499706}, means, 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"17,11,5,4", "5,4,17,11", "9,9,9,3", "3,8,8,3", "1,1,6,5", "6,5,1,1", "40,2,3,2"})
  void bytesAreTheSlowDefinitionRoundedHalfUp(int fromW, int fromH, int toW, int toH) {
    byte[] rgb = new byte[3 * fromW * fromH];
    new Random(1).nextBytes(rgb);
    byte[] given = rgb.clone();
    byte[] actual = Resampler.of(fromW, fromH, toW, toH).apply(rgb);

    assertArrayEquals(given, rgb, "the input is not to be changed");
    assertEquals(3 * toW * toH, actual.length);
    for (int i = 0; i < actual.length; i++) {
      int pixel = i / 3;
      double exact = slow(rgb, fromW, fromH, toW, toH, pixel % toW, pixel / toW, i % 3);
      double expected = Math.max(0, Math.min(255, exact));
      assertEquals(expected, actual[i] & 0xff, 0.5 + 1e-3, "byte " + i);
    }
  }

  /** Stores of frames and finished runs depend on every bit, so the order of additions counts. */
  @ParameterizedTest
  @CsvSource({"64,36,13,9", "13,9,64,36", "50,20,50,7", "50,20,9,20", "33,31,32,33", "1,1,6,5"})
  void sumsAreFloatsAddedFromTheLeftThenFromTheTop(int fromW, int fromH, int toW, int toH) {
    byte[] rgb = new byte[3 * fromW * fromH];
    new Random(2).nextBytes(rgb);
    AxisWeights horizontal = AxisWeights.of(fromW, toW);
    AxisWeights vertical = AxisWeights.of(fromH, toH);
    float[] expected = new float[3 * toW * toH];
    for (int i = 0; i < expected.length; i++) {
      int x = i / 3 % toW;
      int y = i / 3 / toW;
      float[] weights = vertical.weights(y);
      for (int k = 0; k < weights.length; k++) {
        int row = 3 * fromW * (vertical.start(y) + k);
        expected[i] += weights[k] * narrowed(rgb, row + i % 3, horizontal, x);
      }
    }
    assertArrayEquals(
        expected, Resampler.of(fromW, fromH, toW, toH).applyUnrounded(rgb), /* delta= */ 0f);
  }

  private static float narrowed(byte[] rgb, int row, AxisWeights weights, int x) {
    float sum = 0;
    for (int k = 0; k < weights.weights(x).length; k++) {
      sum += weights.weights(x)[k] * (rgb[row + 3 * (weights.start(x) + k)] & 0xff);
    }
    return sum;
  }

  @Test
  void halvesAreRoundedUp() {
    // Two pixels to one have equal weights: 10 and 11 give 10.5.
    byte[] out = Resampler.of(2, 1, 1, 1).apply(new byte[] {10, 0, 2, 11, 1, 4});
    assertArrayEquals(new byte[] {11, 1, 3}, out);
  }

  @Test
  void buffersDoNotRememberTheFrameBefore() {
    byte[] first = GoldenFrames.frame(0);
    byte[] second = GoldenFrames.frame(5);
    Resampler used = Resampler.of(256, 192, 64, 48);
    used.apply(first);
    assertArrayEquals(Resampler.of(256, 192, 64, 48).apply(second), used.apply(second));
  }

  @ParameterizedTest
  @CsvSource({"64,36", "300,200"})
  void flatPictureStaysFlat(int width, int height) {
    byte[] rgb = new byte[3 * 128 * 72];
    Arrays.fill(rgb, (byte) 200);
    for (byte level : Resampler.of(128, 72, width, height).apply(rgb)) {
      assertEquals((byte) 200, level);
    }
  }

  @Test
  void sameSizeIsTheSameFrame() {
    Frame frame = new Frame(4, 3, new byte[36], 7);
    assertSame(frame, Resampler.of(4, 3, 4, 3).apply(frame));
    assertSame(frame.rgb(), Resampler.of(4, 3, 4, 3).apply(frame.rgb()));
  }

  @Test
  void timestampIsKept() {
    Frame out = Resampler.of(4, 3, 8, 6).apply(new Frame(4, 3, new byte[36], 7));
    assertEquals(7, out.pts());
    assertEquals(8, out.width());
    assertEquals(6, out.height());
  }

  @Test
  void frameOfAnotherSizeIsRefused() {
    Resampler resampler = Resampler.of(4, 3, 2, 2);
    Frame turned = new Frame(3, 4, new byte[36], 0);
    assertThrows(IllegalArgumentException.class, () -> resampler.apply(turned));
    assertThrows(IllegalArgumentException.class, () -> resampler.apply(new byte[35]));
    Resampler same = Resampler.of(4, 3, 4, 3);
    assertThrows(IllegalArgumentException.class, () -> same.apply(new byte[35]));
    assertThrows(IllegalArgumentException.class, () -> Resampler.of(4, 3, 0, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "640,360,64,114,64", // 113.78
    "360,640,64,64,114",
    "960,540,286,508,286", // 508.4
    "100,100,33,33,33",
    "3,2,1,2,1", // 1.5 goes up
    "1,1,7,7,7"
  })
  void shortSideIsExactAndLongSideNearest(int w, int h, int side, int expectedW, int expectedH) {
    assertEquals(new Size(expectedW, expectedH), Resampler.shortSide(w, h, side));
  }

  private static void assertPixel(float[] image, int pixel, double... expected) {
    for (int c = 0; c < 3; c++) {
      assertEquals(expected[c], image[3 * pixel + c], 1e-3, "channel " + c);
    }
  }

  /** Both axes at once, every input pixel visited, in double. */
  private static double slow(
      byte[] rgb, int fromW, int fromH, int toW, int toH, int x, int y, int c) {
    double sum = 0;
    double weights = 0;
    for (int v = 0; v < fromH; v++) {
      for (int u = 0; u < fromW; u++) {
        double weight = kernel(fromW, toW, u, x) * kernel(fromH, toH, v, y);
        sum += weight * (rgb[3 * (v * fromW + u) + c] & 0xff);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double kernel(int from, int to, int input, int output) {
    double ratio = (double) from / to;
    double x = Math.abs(input + 0.5 - (output + 0.5) * ratio) / Math.max(1, ratio);
    if (x >= 2) {
      return 0;
    }
    return x < 1 ? 1.5 * x * x * x - 2.5 * x * x + 1 : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
  }

  private static long sum(byte[] rgb) {
    long sum = 0;
    for (byte level : rgb) {
      sum += level & 0xff;
    }
    return sum;
  }
}
