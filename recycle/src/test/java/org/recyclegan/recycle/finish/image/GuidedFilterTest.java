package org.recyclegan.recycle.finish.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.finish.GuidedFinish;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

final class GuidedFilterTest {

  private static final int WIDTH = 11;
  private static final int HEIGHT = 7;

  /** The definition, window by window. */
  private static double[] slow(float[] guide, float[] input, int radius, double noise, int at) {
    int x0 = at % WIDTH;
    int y0 = at / WIDTH;
    double slope = 0;
    double offset = 0;
    int windows = 0;
    for (int wy = y0 - radius; wy <= y0 + radius; wy++) {
      for (int wx = x0 - radius; wx <= x0 + radius; wx++) {
        if (wx < 0 || wy < 0 || wx >= WIDTH || wy >= HEIGHT) {
          continue;
        }
        double[] s = new double[5];
        for (int y = Math.max(0, wy - radius); y <= Math.min(HEIGHT - 1, wy + radius); y++) {
          for (int x = Math.max(0, wx - radius); x <= Math.min(WIDTH - 1, wx + radius); x++) {
            double i = guide[y * WIDTH + x];
            double p = input[y * WIDTH + x];
            s[0]++;
            s[1] += i;
            s[2] += p;
            s[3] += i * i;
            s[4] += i * p;
          }
        }
        double variance = s[3] / s[0] - Math.pow(s[1] / s[0], 2);
        double covariance = s[4] / s[0] - s[1] * s[2] / (s[0] * s[0]);
        double a = covariance / (variance + noise);
        slope += a;
        offset += s[2] / s[0] - a * s[1] / s[0];
        windows++;
      }
    }
    return new double[] {slope / windows, offset / windows};
  }

  private static float[] noise(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] plane = new float[WIDTH * HEIGHT];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(256);
    }
    return plane;
  }

  @Test
  void agreesWithItsDefinition() {
    float[] guide = noise(6);
    float[] input = noise(7);
    for (int radius = 1; radius <= 4; radius++) {
      GuidedFilter.Model model = GuidedFilter.fit(guide, input, WIDTH, HEIGHT, radius, 100);
      for (int i = 0; i < guide.length; i++) {
        double[] expected = slow(guide, input, radius, 100, i);
        assertEquals(expected[0], model.slopes()[i], 1e-3);
        assertEquals(expected[1], model.offsets()[i], 1e-1);
      }
    }
  }

  @Test
  void aLinearChangeIsCarriedOverToFullResolution() {
    int side = 64;
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      // Stripes of single columns, which a quarter of the size cannot show, over a slow ramp.
      int level = 40 + 2 * (i / side) + (i % 2 == 0 ? 15 : -15);
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = (byte) level;
      }
    }
    Frame source = new Frame(side, side, rgb, 5);
    Frame small = new Fitting(new Size(16, 16)).apply(source);
    byte[] darker = new byte[small.rgb().length];
    for (int i = 0; i < darker.length; i++) {
      darker[i] = (byte) (Byte.toUnsignedInt(small.rgb()[i]) / 2);
    }
    Frame result = new GuidedFinish().finish(source, small, small.withPixels(16, 16, darker));
    assertEquals(5, result.pts());
    double wrong = 0;
    for (int i = 0; i < rgb.length; i++) {
      double expected = Byte.toUnsignedInt(rgb[i]) / 2.0;
      wrong += Math.abs(Byte.toUnsignedInt(result.rgb()[i]) - expected) / rgb.length;
    }
    assertTrue(wrong < 4, "off by " + wrong + " levels on average");
  }
}
