package org.recyclegan.video;

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
  private final PixelColumns columns;
  private final float[][] narrowedColumn;
  private final float[][] narrowedRows;
  private final float[] outputRow;

  private Resampler(Size from, Size to) {
    this.from = from;
    this.to = to;
    horizontal = AxisWeights.of(from.width(), to.width());
    vertical = AxisWeights.of(from.height(), to.height());
    columns = new PixelColumns(from, horizontal.mostWeights());
    narrowedColumn = new float[CHANNELS][from.height()];
    outputRow = new float[CHANNELS * to.width()];
    narrowedRows = new float[from.height()][outputRow.length];
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
      WeightedSum.of(narrowedRows, vertical.start(y), vertical.weights(y), outputRow);
      round(outputRow, out, y * outputRow.length);
    }
    return out;
  }

  /** As {@link #apply(byte[])} before rounding and clipping, float32 levels. */
  float[] applyUnrounded(byte[] rgb) {
    narrow(rgb);
    float[] out = new float[Math.multiplyExact(outputRow.length, to.height())];
    for (int y = 0; y < to.height(); y++) {
      WeightedSum.of(narrowedRows, vertical.start(y), vertical.weights(y), outputRow);
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
    columns.clear();
    for (int x = 0; x < to.width(); x++) {
      float[] weights = horizontal.weights(x);
      int start = horizontal.start(x);
      columns.load(rgb, start + weights.length);
      for (int c = 0; c < CHANNELS; c++) {
        WeightedSum.of(columns.channel(c), start, weights, narrowedColumn[c]);
      }
      intoRows(CHANNELS * x);
    }
  }

  private void intoRows(int at) {
    float[] red = narrowedColumn[0];
    float[] green = narrowedColumn[1];
    float[] blue = narrowedColumn[2];
    for (int y = 0; y < narrowedRows.length; y++) {
      float[] row = narrowedRows[y];
      row[at] = red[y];
      row[at + 1] = green[y];
      row[at + 2] = blue[y];
    }
  }

  /** Leaves the row changed. */
  private static void round(float[] row, byte[] out, int offset) {
    // Clipped in a loop of its own, which the compiler makes vector instructions of.
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.max(0, Math.min(WHITE, row[i] + 0.5f));
    }
    for (int i = 0; i < row.length; i++) {
      // A cast truncates, which is rounding halves up for what is not negative.
      out[offset + i] = (byte) (int) row[i];
    }
  }
}
