package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;

/** Colours and structure: what finishes make of them, and how they are measured. */
class ColoursTest {

  private static Frame even(int width, int height, int... rgb) {
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) rgb[i % 3];
    }
    return new Frame(width, height, pixels, 9);
  }

  private static Frame grey(int width, int height, int[] levels) {
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) levels[i / 3];
    }
    return new Frame(width, height, pixels, 9);
  }

  /** Where the source says nothing, the translation's own colours are left. */
  @Test
  void evenPicturesTakeTheColoursOfTheTranslation() {
    Frame result =
        new GuidedFinish()
            .finish(even(20, 10, 90, 30, 60), even(8, 4, 90, 30, 60), even(8, 4, 10, 200, 255));
    assertArrayEquals(even(20, 10, 10, 200, 255).rgb(), result.rgb());
    assertEquals(9, result.pts());
  }

  /** The colours of a translation that is a function of luma: each channel has its own. */
  @Test
  void everyChannelFollowsItsOwnFunctionOfLuma() {
    int side = 24;
    byte[] small = new byte[3 * side * side];
    byte[] translated = new byte[small.length];
    for (int i = 0; i < side * side; i++) {
      int level = 8 * (i % side) + i / side;
      for (int c = 0; c < 3; c++) {
        small[3 * i + c] = (byte) level;
      }
      translated[3 * i] = (byte) level;
      translated[3 * i + 1] = (byte) (250 - level);
      translated[3 * i + 2] = (byte) (100 + level / 4);
    }
    Frame source = new Frame(side, side, small, 0);
    byte[] result =
        new GuidedFinish().finish(source, source, new Frame(side, side, translated, 0)).rgb();
    double wrong = 0;
    for (int i = 0; i < result.length; i++) {
      wrong += Math.abs(Byte.toUnsignedInt(result[i]) - Byte.toUnsignedInt(translated[i]));
    }
    // The filter's noise flattens slopes by a fraction; another channel would be 50 off.
    assertTrue(wrong / result.length < 3, "off by " + wrong / result.length);
  }

  /** Wider than the range of bytes: white stays white and black stays black. */
  @Test
  void brighterThanWhiteIsWhite() {
    int[] ramp = new int[32 * 32];
    int[] steeper = new int[32 * 32];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 96 + 2 * (i % 32);
      steeper[i] = Math.max(0, Math.min(255, 128 + 6 * (ramp[i] - 128)));
    }
    int[] beyond = new int[32 * 32];
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] = i % 32 < 16 ? 20 : 240;
    }
    byte[] result =
        new GuidedFinish()
            .finish(grey(32, 32, beyond), grey(32, 32, ramp), grey(32, 32, steeper))
            .rgb();
    assertEquals(0, Byte.toUnsignedInt(result[3 * (16 * 32 + 10)]));
    assertEquals(255, Byte.toUnsignedInt(result[3 * (16 * 32 + 20)]));
  }

  /** ITU-R BT.601: red, green and blue of full strength. */
  @ParameterizedTest
  @CsvSource({"255, 0, 0, 0.299", "0, 255, 0, 0.587", "0, 0, 255, 0.114"})
  void likenessIsOfLuma(int red, int green, int blue, double share) {
    Similarity similarity = new Similarity();
    similarity.add(even(16, 16, red, green, blue), even(16, 16, 0, 0, 0));
    double expected = -20 * Math.log10(share);
    assertEquals(expected, similarity.score(FinishKind.NONE).psnr(), 1e-4);
  }

  /** Windows of 7 by 7 pixels, cut at the borders, by the formula. */
  @Test
  void structuralSimilarityAgreesWithItsDefinition() {
    int width = 17;
    int height = 12;
    SplittableRandom random = new SplittableRandom(51);
    float[] x = new float[width * height];
    float[] y = new float[width * height];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextInt(256);
      y[i] = Math.round(0.6f * x[i] + random.nextInt(100));
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += local(x, y, width, height, i % width, i / width);
    }
    double expected = sum / x.length;
    assertTrue(expected > 0.3 && expected < 0.9, "" + expected);
    assertEquals(expected, Similarity.ssim(x, y, width, height), 1e-4);
    assertEquals(expected, Similarity.ssim(y, x, width, height), 1e-4, "either way round");
  }

  private static double local(float[] x, float[] y, int width, int height, int u, int v) {
    double[] s = new double[6];
    for (int b = Math.max(0, v - 3); b <= Math.min(height - 1, v + 3); b++) {
      for (int a = Math.max(0, u - 3); a <= Math.min(width - 1, u + 3); a++) {
        double p = x[b * width + a];
        double q = y[b * width + a];
        double[] terms = {1, p, q, p * p, q * q, p * q};
        for (int k = 0; k < s.length; k++) {
          s[k] += terms[k];
        }
      }
    }
    double meanX = s[1] / s[0];
    double meanY = s[2] / s[0];
    double varX = s[3] / s[0] - meanX * meanX;
    double varY = s[4] / s[0] - meanY * meanY;
    double covariance = s[5] / s[0] - meanX * meanY;
    double c1 = Math.pow(0.01 * 255, 2);
    double c2 = Math.pow(0.03 * 255, 2);
    return (2 * meanX * meanY + c1)
        * (2 * covariance + c2)
        / ((meanX * meanX + meanY * meanY + c1) * (varX + varY + c2));
  }

  @Test
  void scoresAreMeansOverFrames() {
    Similarity similarity = new Similarity();
    similarity.add(even(16, 16, 100, 100, 100), even(16, 16, 110, 110, 110));
    similarity.add(even(16, 16, 100, 100, 100), even(16, 16, 101, 101, 101));
    double near = 20 * Math.log10(255);
    double far = 20 * Math.log10(255 / 10.0);
    FinishScore score = similarity.score(FinishKind.GUIDE);
    assertEquals(FinishKind.GUIDE, score.finish());
    assertEquals((near + far) / 2, score.psnr(), 1e-3);
    assertEquals(1, score.sharpness(), "nothing is to be seen in either");
    assertTrue(score.ssim() < 1 && score.ssim() > 0.99, "" + score);
  }

  /** Blurred is below 1, and noisy above: the result's over the truth's, not the other way. */
  @Test
  void sharpnessIsTheResultsOverTheTruths() {
    int[] stripes = new int[20 * 20];
    int[] weak = new int[20 * 20];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = i % 20 / 2 % 2 == 0 ? 50 : 150;
      weak[i] = i % 20 / 2 % 2 == 0 ? 75 : 125;
    }
    Similarity similarity = new Similarity();
    similarity.add(grey(20, 20, weak), grey(20, 20, stripes));
    assertEquals(0.25, similarity.score(FinishKind.REAL).sharpness(), 1e-4);
  }

  /** Noise that is finer than a pixel of the comparison is not seen. */
  @Test
  void largePicturesAreComparedSmaller() {
    int side = 1024;
    int[] checks = new int[side * side];
    int[] plain = new int[side * side];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (i % side + i / side) % 2 == 0 ? 96 : 160;
      plain[i] = 128;
    }
    Similarity similarity = new Similarity();
    similarity.add(grey(side, side, checks), grey(side, side, plain));
    assertTrue(similarity.score(FinishKind.REAL).ssim() > 0.95);
  }
}
