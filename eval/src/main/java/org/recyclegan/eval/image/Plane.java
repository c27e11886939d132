package org.recyclegan.eval.image;

import org.recyclegan.video.Frame;

/** One channel of a picture in double precision, values from 0 to 255, row by row. */
final class Plane {

  private final int width;
  private final int height;
  private final double[] values;

  Plane(int width, int height, double[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** Takes a channel of a frame: 0 red, 1 green, 2 blue. */
  static Plane channel(Frame frame, int channel) {
    byte[] rgb = frame.rgb();
    double[] values = new double[frame.width() * frame.height()];
    for (int i = 0, p = channel; i < values.length; i++, p += 3) {
      values[i] = rgb[p] & 0xff;
    }
    return new Plane(frame.width(), frame.height(), values);
  }

  /** Takes unsigned bytes. */
  static Plane of(int width, int height, byte[] bytes) {
    double[] values = new double[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i] & 0xff;
    }
    return new Plane(width, height, values);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double[] values() {
    return values;
  }

  /**
   * Halves the size by averages of 2×2. As in pytorch-msssim, an odd side is padded with a zero at
   * both ends, and the zeros count.
   */
  Plane halved() {
    int left = width % 2;
    int top = height % 2;
    int newWidth = (width + left) / 2;
    int newHeight = (height + top) / 2;
    double[] means = new double[newWidth * newHeight];
    for (int y = 0, i = 0; y < newHeight; y++) {
      int row = 2 * y - top;
      for (int x = 0; x < newWidth; x++, i++) {
        int column = 2 * x - left;
        means[i] =
            (padded(column, row)
                    + padded(column + 1, row)
                    + padded(column, row + 1)
                    + padded(column + 1, row + 1))
                / 4;
      }
    }
    return new Plane(newWidth, newHeight, means);
  }

  private double padded(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
  }
}
