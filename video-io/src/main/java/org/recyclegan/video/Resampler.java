package org.recyclegan.video;

import java.util.Arrays;

/**
 * The one definition of resizing in this project, for training, retargeting and evaluation alike:
 * two libraries' "bicubic" differ by more than two trained networks do (Parmar, Zhang and Zhu 2022,
 * On Aliased Resizing, arXiv:2104.11222).
 *
 * <p>Antialiased separable bicubic as {@link AxisWeights} defines it, in the 8-bit values as they
 * are (no linear light). Rows first, then columns, in float32 without rounding in between; at the
 * end halves are rounded up and the result is clipped to 0..255.
 *
 * <p>One resampler serves one geometry and reuses its buffers, so it is not safe for use from
 * several threads at once.
 */
public final class Resampler {

  private static final int CHANNELS = 3;
  private static final int WHITE = 255;

  private final Size from;
  private final Size to;
  private final AxisWeights horizontal;
  private final AxisWeights vertical;
  private final float[] inputRow;
  private final float[] narrowed;
  private final float[] outputRow;

  private Resampler(Size from, Size to) {
    this.from = from;
    this.to = to;
    horizontal = AxisWeights.of(from.width(), to.width());
    vertical = AxisWeights.of(from.height(), to.height());
    inputRow = new float[CHANNELS * from.width()];
    outputRow = new float[CHANNELS * to.width()];
    narrowed = new float[Math.multiplyExact(outputRow.length, from.height())];
  }

  /**
   * Prepares the weights of one geometry.
   *
   * @param srcW width of the input in pixels, at least 1
   * @param srcH height of the input in pixels, at least 1
   * @param dstW width of the output in pixels, at least 1
   * @param dstH height of the output in pixels, at least 1
   * @return a resampler of its own buffers
   * @throws IllegalArgumentException if a side is less than 1
   */
  public static Resampler of(int srcW, int srcH, int dstW, int dstH) {
    return new Resampler(new Size(srcW, srcH), new Size(dstW, dstH));
  }

  /**
   * Returns the size whose short side is exactly as asked and whose long side keeps the aspect,
   * rounded to the nearest pixel, halves up.
   *
   * @param w width in pixels, at least 1
   * @param h height in pixels, at least 1
   * @param shortSide pixels of the short side, at least 1
   * @return that size
   * @throws IllegalArgumentException if an argument is less than 1
   */
  public static Size shortSide(int w, int h, int shortSide) {
    Size given = new Size(w, h);
    long longSide = Math.max(w, h);
    int scaled =
        Math.toIntExact((2 * longSide * shortSide + given.shortSide()) / (2L * given.shortSide()));
    return w <= h ? new Size(shortSide, scaled) : new Size(scaled, shortSide);
  }

  /**
   * Resizes a frame.
   *
   * @param frame of this resampler's input size
   * @return a frame of the output size and the same timestamp; the same frame where nothing changes
   * @throws IllegalArgumentException if the frame has another size
   */
  public Frame apply(Frame frame) {
    if (frame.width() != from.width() || frame.height() != from.height()) {
      throw new IllegalArgumentException("Expected a frame of " + from + ", found " + frame);
    }
    return from.equals(to) ? frame : frame.withPixels(to.width(), to.height(), apply(frame.rgb()));
  }

  /**
   * Resizes pixels.
   *
   * @param rgb {@code 3 * srcW * srcH} bytes, RGB, HWC; left as they are
   * @return {@code 3 * dstW * dstH} bytes, RGB, HWC; the same array where nothing changes
   * @throws IllegalArgumentException if the array has another length
   */
  public byte[] apply(byte[] rgb) {
    if (from.equals(to)) {
      checkLength(rgb);
      return rgb;
    }
    narrow(rgb);
    byte[] out = new byte[Math.multiplyExact(outputRow.length, to.height())];
    for (int y = 0; y < to.height(); y++) {
      blendRows(y);
      int offset = y * outputRow.length;
      for (int i = 0; i < outputRow.length; i++) {
        // A cast truncates towards zero, which is rounding halves up for all that is not clipped.
        int level = (int) (outputRow[i] + 0.5f);
        out[offset + i] = (byte) Math.max(0, Math.min(WHITE, level));
      }
    }
    return out;
  }

  /** As {@link #apply(byte[])} before rounding and clipping, float32 levels. */
  float[] applyUnrounded(byte[] rgb) {
    narrow(rgb);
    float[] out = new float[Math.multiplyExact(outputRow.length, to.height())];
    for (int y = 0; y < to.height(); y++) {
      blendRows(y);
      System.arraycopy(outputRow, 0, out, y * outputRow.length, outputRow.length);
    }
    return out;
  }

  private void checkLength(byte[] rgb) {
    long expected = (long) CHANNELS * from.width() * from.height();
    if (rgb.length != expected) {
      throw new IllegalArgumentException(
          "Expected " + expected + " bytes for " + from + ", found " + rgb.length);
    }
  }

  private void narrow(byte[] rgb) {
    checkLength(rgb);
    for (int y = 0; y < from.height(); y++) {
      int source = y * inputRow.length;
      for (int i = 0; i < inputRow.length; i++) {
        inputRow[i] = rgb[source + i] & WHITE;
      }
      int target = y * outputRow.length;
      for (int x = 0; x < horizontal.length(); x++) {
        narrowPixel(horizontal.start(x), horizontal.weights(x), target + CHANNELS * x);
      }
    }
  }

  private void narrowPixel(int start, float[] weights, int target) {
    float red = 0;
    float green = 0;
    float blue = 0;
    int source = CHANNELS * start;
    for (float weight : weights) {
      red += weight * inputRow[source];
      green += weight * inputRow[source + 1];
      blue += weight * inputRow[source + 2];
      source += CHANNELS;
    }
    narrowed[target] = red;
    narrowed[target + 1] = green;
    narrowed[target + 2] = blue;
  }

  private void blendRows(int y) {
    Arrays.fill(outputRow, 0);
    float[] weights = vertical.weights(y);
    for (int k = 0; k < weights.length; k++) {
      float weight = weights[k];
      int row = (vertical.start(y) + k) * outputRow.length;
      for (int i = 0; i < outputRow.length; i++) {
        outputRow[i] += weight * narrowed[row + i];
      }
    }
  }
}
