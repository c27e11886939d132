package org.recyclegan.eval.features;

import org.recyclegan.video.Frame;

/**
 * The resizing that clean-fid defines for FID's inputs: Pillow's bicubic (a = −0.5) with
 * antialiasing, each channel in floating point, clipped to [0, 255] and not rounded. Another
 * resizing moves FID by whole points; OpenCV's cubic, for one, has another kernel and no
 * antialiasing.
 *
 * <p>Reference: Parmar, Zhang and Zhu, On Aliased Resizing and Surprising Subtleties in GAN
 * Evaluation, CVPR 2022, <a href="https://arxiv.org/abs/2104.11222">arXiv 2104.11222</a>.
 */
public final class CleanResize {

  private static final int CHANNELS = 3;
  private static final double SHARPNESS = -0.5;
  private static final double REACH = 2;

  private CleanResize() {}

  /**
   * Resizes a frame.
   *
   * @param frame of any size
   * @param width wanted, at least 1
   * @param height wanted, at least 1
   * @return {@code 3 * width * height} numbers in [0, 255], RGB, HWC
   */
  public static float[] resize(Frame frame, int width, int height) {
    byte[] rgb = frame.rgb();
    float[] pixels = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      pixels[i] = rgb[i] & 0xff;
    }
    float[] wide = across(pixels, frame.width(), frame.height(), width);
    float[] resized = down(wide, width, frame.height(), height);
    for (int i = 0; i < resized.length; i++) {
      resized[i] = Math.max(0, Math.min(255, resized[i]));
    }
    return resized;
  }

  private static float[] across(float[] pixels, int width, int height, int newWidth) {
    float[] result = new float[CHANNELS * newWidth * height];
    for (int x = 0; x < newWidth; x++) {
      Weights weights = Weights.of(x, width, newWidth);
      for (int y = 0; y < height; y++) {
        int from = CHANNELS * (y * width + weights.first);
        int to = CHANNELS * (y * newWidth + x);
        for (int c = 0; c < CHANNELS; c++) {
          result[to + c] = weights.sum(pixels, from + c, CHANNELS);
        }
      }
    }
    return result;
  }

  private static float[] down(float[] pixels, int width, int height, int newHeight) {
    int row = CHANNELS * width;
    float[] result = new float[row * newHeight];
    for (int y = 0; y < newHeight; y++) {
      Weights weights = Weights.of(y, height, newHeight);
      for (int i = 0; i < row; i++) {
        result[y * row + i] = weights.sum(pixels, weights.first * row + i, row);
      }
    }
    return result;
  }

  /** The old pixels and their weights for one new pixel, along one axis. */
  private static final class Weights {

    final int first;
    private final double[] values;

    private Weights(int first, double[] values) {
      this.first = first;
      this.values = values;
    }

    static Weights of(int index, int oldSize, int newSize) {
      double scale = (double) oldSize / newSize;
      double stretch = Math.max(scale, 1);
      double centre = (index + 0.5) * scale;
      int first = (int) Math.max(0, Math.floor(centre - REACH * stretch + 0.5));
      int end = (int) Math.min(oldSize, Math.floor(centre + REACH * stretch + 0.5));
      double[] values = new double[end - first];
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = cubic((first + i - centre + 0.5) / stretch);
        sum += values[i];
      }
      for (int i = 0; i < values.length; i++) {
        values[i] /= sum;
      }
      return new Weights(first, values);
    }

    float sum(float[] pixels, int at, int step) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * pixels[at + i * step];
      }
      return (float) sum;
    }

    private static double cubic(double distance) {
      double d = Math.abs(distance);
      if (d < 1) {
        return ((SHARPNESS + 2) * d - (SHARPNESS + 3)) * d * d + 1;
      }
      return d < REACH ? (((d - 5) * d + 8) * d - 4) * SHARPNESS : 0;
    }
  }
}
