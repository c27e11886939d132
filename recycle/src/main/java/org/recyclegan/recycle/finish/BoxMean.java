package org.recyclegan.recycle.finish;

/** Means over square windows, which at the edges are only what lies inside. */
final class BoxMean {

  private BoxMean() {}

  /**
   * Computes the mean around every value.
   *
   * @param plane values row by row
   * @param width of the plane
   * @param height of the plane
   * @param radius of the windows, which are {@code 2 * radius + 1} wide
   */
  static float[] of(float[] plane, int width, int height, int radius) {
    // Sums in double: in float, differences of running sums would drift.
    double[] sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += plane[y * width + x];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    float[] means = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        double sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        means[y * width + x] = (float) (sum / ((bottom - top) * (right - left)));
      }
    }
    return means;
  }

  /** Computes the products of two planes, value by value. */
  static float[] product(float[] a, float[] b) {
    float[] product = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }
}
