package org.recyclegan.eval.image;

import org.recyclegan.video.Frame;

/**
 * Peak signal-to-noise ratio, {@code 10 log10(255² / MSE)} in decibels; higher is better, positive
 * infinity for identical pictures (never a silent 100).
 */
public final class Psnr {

  private static final double PEAK_SQUARED = 255.0 * 255.0;

  private Psnr() {}

  /**
   * Compares all three channels, the squared error averaged over them jointly.
   *
   * @param a a frame
   * @param b a frame of the same size
   * @return decibels, positive infinity if the frames are identical
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double rgb(Frame a, Frame b) {
    return decibels(squaredError(a, b));
  }

  /**
   * Returns the squared error, in 8-bit levels, averaged over pixels and channels jointly.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double squaredError(Frame a, Frame b) {
    Sizes.requireEqual(a, b);
    byte[] first = a.rgb();
    byte[] second = b.rgb();
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      int difference = (first[i] & 0xff) - (second[i] & 0xff);
      sum += (long) difference * difference;
    }
    return (double) sum / first.length;
  }

  /**
   * Compares the limited-range BT.601 luma, {@code 16 + (65.481 R + 128.553 G + 24.966 B) / 255},
   * unrounded, as super-resolution papers do.
   *
   * @param a a frame
   * @param b a frame of the same size
   * @return decibels, positive infinity if the lumas are identical
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double lumaBt601(Frame a, Frame b) {
    Sizes.requireEqual(a, b);
    byte[] first = a.rgb();
    byte[] second = b.rgb();
    double sum = 0;
    for (int p = 0; p < first.length; p += 3) {
      double difference = luma(first, p) - luma(second, p);
      sum += difference * difference;
    }
    return decibels(sum / (first.length / 3.0));
  }

  private static double luma(byte[] rgb, int at) {
    int red = rgb[at] & 0xff;
    int green = rgb[at + 1] & 0xff;
    int blue = rgb[at + 2] & 0xff;
    return 16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255;
  }

  /** Returns the ratio of a mean squared error in decibels, positive infinity for 0. */
  public static double decibels(double meanSquaredError) {
    return meanSquaredError == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(PEAK_SQUARED / meanSquaredError);
  }
}
