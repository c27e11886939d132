package org.recyclegan.eval.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.video.Frame;

/** Against NumPy, scikit-image and pytorch-msssim on the clips of {@link TestClips}. */
class ImageGoldenTest {

  private static final long[] SOURCE_SUMS = {
    18802762, 18802678, 18801032, 18799072, 18797735, 18797539, 18798469, 18799907
  };
  private static final long[] OUTPUT_SUMS = {
    19394242, 18211613, 19390432, 18209167, 19389964, 18209274, 19389519, 18208720
  };
  private static final long[] LUMA_SUMS = {
    6267717, 6267672, 6267190, 6266437, 6265905, 6265805, 6266280, 6266746
  };
  private static final double[] PSNR_RGB = {
    32.10798501789191, 32.09757444507905, 32.10787315707197, 32.1138831319876,
    32.095764349488, 32.12633750593635, 32.10316142980272, 32.09379509437538
  };
  private static final double[] PSNR_LUMA = {
    35.188373543799834, 35.1598317143179, 35.180042546054715, 35.172848301649516,
    35.13924906708708, 35.21316827417377, 35.18353256442813, 35.16201186733778
  };
  private static final double[] SSIM_LUMA = {
    0.9863893851055942, 0.9863801059764972, 0.9864192443053493, 0.9863474908996842,
    0.9862780765972364, 0.986359901883785, 0.986403670891705, 0.9863065618799828
  };
  private static final double[] SSIM_RGB = {
    0.9813497724288053, 0.9812422093361041, 0.9812745009404523, 0.9813035198275942,
    0.9813076828799359, 0.9813362656211978, 0.9812983546562609, 0.9811620912718789
  };
  private static final double[] MS_SSIM_RGB = {
    0.9980250567656229, 0.9979690848866429, 0.9979476851908234
  };

  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();

  @Test
  void framesAreTheOnesTheGoldenValuesWereComputedOn() {
    for (int t = 0; t < TestClips.FRAMES; t++) {
      assertEquals(SOURCE_SUMS[t], sum(SOURCE.get(t).rgb()), "source " + t);
      assertEquals(OUTPUT_SUMS[t], sum(OUTPUT.get(t).rgb()), "output " + t);
      assertEquals(LUMA_SUMS[t], sum(GrayImage.of(SOURCE.get(t), t).luma()), "luma " + t);
    }
    assertPixel(SOURCE.get(0), 10, 20, 206, 166, 123);
    assertPixel(OUTPUT.get(3), 100, 200, 184, 145, 127);
  }

  @Test
  void psnrIsNumpys() {
    for (int t = 0; t < TestClips.FRAMES; t++) {
      assertEquals(PSNR_RGB[t], Psnr.rgb(SOURCE.get(t), OUTPUT.get(t)), 1e-9, "rgb " + t);
      assertEquals(PSNR_LUMA[t], Psnr.lumaBt601(SOURCE.get(t), OUTPUT.get(t)), 1e-9, "luma " + t);
    }
  }

  @Test
  void ssimIsScikitImagesWithTheGaussianWindow() {
    for (int t = 0; t < TestClips.FRAMES; t++) {
      assertEquals(SSIM_RGB[t], Ssim.rgb(SOURCE.get(t), OUTPUT.get(t)), 1e-9, "rgb " + t);
      assertEquals(SSIM_LUMA[t], Ssim.luma(SOURCE.get(t), OUTPUT.get(t)), 1e-9, "luma " + t);
    }
  }

  @Test
  void msSsimIsPytorchMsssims() {
    for (int t = 0; t < MS_SSIM_RGB.length; t++) {
      MsSsim.Score score = MsSsim.rgb(SOURCE.get(t), OUTPUT.get(t));
      assertEquals(MS_SSIM_RGB[t], score.msSsim(), 1e-8, "frame " + t);
      assertEquals(SSIM_RGB[t], score.ssim(), 1e-9, "its first scale, frame " + t);
    }
  }

  @Test
  void identicalFramesAreInfinitelyGood() {
    Frame frame = SOURCE.get(0);
    assertEquals(Double.POSITIVE_INFINITY, Psnr.rgb(frame, frame));
    assertEquals(Double.POSITIVE_INFINITY, Psnr.lumaBt601(frame, frame));
    assertEquals(1, Ssim.rgb(frame, frame), 1e-12);
    assertEquals(1, MsSsim.rgb(frame, frame).msSsim(), 1e-12);
  }

  @Test
  void ssimIsTheSlowAndObviousSum() {
    Random random = new Random(3);
    Frame a = noise(random, 17, 13);
    Frame b = noise(random, 17, 13);
    assertEquals(slowSsim(a, b), Ssim.rgb(a, b), 1e-12);
  }

  @Test
  void oddSidesArePaddedWithZerosOnBothEnds() {
    Plane plane = new Plane(3, 2, new double[] {4, 8, 12, 16, 20, 24});
    Plane half = plane.halved();
    assertEquals(2, half.width());
    assertEquals(1, half.height());
    // Columns (pad, 0) and (1, 2): (4 + 16) / 4 and (8 + 12 + 20 + 24) / 4.
    assertEquals(5, half.values()[0]);
    assertEquals(16, half.values()[1]);
  }

  @Test
  void framesTooSmallForTheWindowAreRefused() {
    Frame small = TestClips.grey(10, 40, 9, 0);
    assertThrows(IllegalArgumentException.class, () -> Ssim.rgb(small, small));
    assertThrows(IllegalArgumentException.class, () -> Ssim.luma(small, small));
    assertEquals(161, MsSsim.MINIMUM_SIDE);
    Frame medium = TestClips.grey(160, 300, 9, 0);
    assertThrows(IllegalArgumentException.class, () -> MsSsim.rgb(medium, medium));
    Frame large = TestClips.grey(161, 161, 9, 0);
    assertEquals(1, MsSsim.rgb(large, large).msSsim(), 1e-12);
  }

  @Test
  void framesOfTwoSizesAreRefused() {
    Frame wide = TestClips.grey(200, 180, 9, 0);
    Frame high = TestClips.grey(180, 200, 9, 0);
    assertThrows(IllegalArgumentException.class, () -> Psnr.rgb(wide, high));
    assertThrows(IllegalArgumentException.class, () -> Psnr.lumaBt601(wide, high));
    assertThrows(IllegalArgumentException.class, () -> Ssim.rgb(wide, high));
    assertThrows(IllegalArgumentException.class, () -> MsSsim.rgb(wide, high));
  }

  @Test
  void invertedPicturesAreWorseThanAnythingElse() {
    Frame frame = SOURCE.get(0);
    byte[] inverted = frame.rgb().clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) (255 - (inverted[i] & 0xff));
    }
    Frame negative = new Frame(frame.width(), frame.height(), inverted, 0);
    assertTrue(Ssim.rgb(frame, negative) < 0);
    assertEquals(0, MsSsim.rgb(frame, negative).msSsim());
  }

  private static void assertPixel(Frame frame, int row, int column, int... rgb) {
    for (int c = 0; c < 3; c++) {
      assertEquals(rgb[c], at(frame, column, row, c));
    }
  }

  private static long sum(byte[] bytes) {
    long sum = 0;
    for (byte value : bytes) {
      sum += value & 0xff;
    }
    return sum;
  }

  private static Frame noise(Random random, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    return new Frame(width, height, rgb, 0);
  }

  /** The 121 weights at each place, the moments from their definitions. */
  private static double slowSsim(Frame a, Frame b) {
    double sum = 0;
    int places = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 5; y < a.height() - 5; y++) {
        for (int x = 5; x < a.width() - 5; x++) {
          sum += slowSsimAt(a, b, x, y, c);
          places++;
        }
      }
    }
    return sum / places;
  }

  private static double slowSsimAt(Frame a, Frame b, int x, int y, int c) {
    double weights = 0;
    double meanA = 0;
    double meanB = 0;
    for (int dy = -5; dy <= 5; dy++) {
      for (int dx = -5; dx <= 5; dx++) {
        double w = Math.exp(-(dx * dx + dy * dy) / 4.5);
        weights += w;
        meanA += w * at(a, x + dx, y + dy, c);
        meanB += w * at(b, x + dx, y + dy, c);
      }
    }
    meanA /= weights;
    meanB /= weights;
    double varianceA = 0;
    double varianceB = 0;
    double covariance = 0;
    for (int dy = -5; dy <= 5; dy++) {
      for (int dx = -5; dx <= 5; dx++) {
        double w = Math.exp(-(dx * dx + dy * dy) / 4.5) / weights;
        double deviationA = at(a, x + dx, y + dy, c) - meanA;
        double deviationB = at(b, x + dx, y + dy, c) - meanB;
        varianceA += w * deviationA * deviationA;
        varianceB += w * deviationB * deviationB;
        covariance += w * deviationA * deviationB;
      }
    }
    double c1 = 6.5025;
    double c2 = 58.5225;
    return (2 * meanA * meanB + c1)
        * (2 * covariance + c2)
        / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
  }

  private static int at(Frame frame, int x, int y, int c) {
    return frame.rgb()[3 * (y * frame.width() + x) + c] & 0xff;
  }
}
