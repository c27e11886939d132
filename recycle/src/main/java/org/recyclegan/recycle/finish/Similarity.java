package org.recyclegan.recycle.finish;

import org.recyclegan.recycle.finish.image.BoxMean;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * How near results are to the truth, summed up over frames: in luma, at {@value #SIDE} pixels or
 * less, so that frames of any size weigh alike and take little time.
 *
 * <p>SSIM as Wang and others (2004) define it, over square windows of 7 pixels a side and of equal
 * weight.
 */
final class Similarity {

  private static final int SIDE = 256;
  private static final int RADIUS = 3;
  private static final float C1 = 2.55f * 2.55f;
  private static final float C2 = 7.65f * 7.65f;
  private static final double WHITE = 255;

  private double ssim;
  private double psnr;
  private double gradients;
  private double trueGradients;
  private int frames;

  /** Compares a result with the truth, which has the same size. */
  void add(Frame result, Frame truth) {
    Size whole = new Size(truth.width(), truth.height());
    Size size =
        whole.shortSide() <= SIDE
            ? whole
            : Resampler.shortSide(whole.width(), whole.height(), SIDE);
    Resampler shrink = Resampler.of(whole.width(), whole.height(), size.width(), size.height());
    float[] x = luma(shrink.apply(result));
    float[] y = luma(shrink.apply(truth));
    ssim += ssim(x, y, size.width(), size.height());
    psnr += psnr(x, y);
    gradients += gradients(x, size.width());
    trueGradients += gradients(y, size.width());
    frames++;
  }

  /** Returns the score of what was compared. */
  FinishScore score(FinishKind finish) {
    return new FinishScore(
        finish, ssim / frames, psnr / frames, trueGradients == 0 ? 1 : gradients / trueGradients);
  }

  static double ssim(float[] x, float[] y, int width, int height) {
    float[] meanX = BoxMean.of(x, width, height, RADIUS);
    float[] meanY = BoxMean.of(y, width, height, RADIUS);
    float[] xx = BoxMean.of(BoxMean.product(x, x), width, height, RADIUS);
    float[] yy = BoxMean.of(BoxMean.product(y, y), width, height, RADIUS);
    float[] xy = BoxMean.of(BoxMean.product(x, y), width, height, RADIUS);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      float varX = Math.max(0, xx[i] - meanX[i] * meanX[i]);
      float varY = Math.max(0, yy[i] - meanY[i] * meanY[i]);
      float covariance = xy[i] - meanX[i] * meanY[i];
      sum +=
          (2 * meanX[i] * meanY[i] + C1)
              * (2 * covariance + C2)
              / ((meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1) * (varX + varY + C2));
    }
    return sum / x.length;
  }

  /** Returns the ratio in dB, at most that of pictures that differ by one level. */
  static double psnr(float[] x, float[] y) {
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      squares += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return 10 * Math.log10(WHITE * WHITE / Math.max(1.0 / x.length, squares / x.length));
  }

  static double gradients(float[] x, int width) {
    double sum = 0;
    for (int i = 0; i + width < x.length; i++) {
      if (i % width < width - 1) {
        float across = x[i + 1] - x[i];
        float down = x[i + width] - x[i];
        sum += across * across + down * down;
      }
    }
    return sum;
  }

  private static float[] luma(Frame frame) {
    byte[] rgb = frame.rgb();
    float[] luma = new float[rgb.length / 3];
    for (int i = 0; i < luma.length; i++) {
      luma[i] =
          0.299f * Byte.toUnsignedInt(rgb[3 * i])
              + 0.587f * Byte.toUnsignedInt(rgb[3 * i + 1])
              + 0.114f * Byte.toUnsignedInt(rgb[3 * i + 2]);
    }
    return luma;
  }
}
