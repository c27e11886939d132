package org.recyclegan.recycle.finish;

/** Rows of a plane as if it were larger, bilinear between its values, the edges continued. */
final class Enlarged {

  private final float[] plane;
  private final int width;
  private final int height;
  private final int[] left;
  private final float[] share;

  /**
   * Prepares the columns.
   *
   * @param plane values row by row
   * @param width of the plane
   * @param height of the plane
   * @param wide columns of the rows that are wanted
   */
  Enlarged(float[] plane, int width, int height, int wide) {
    this.plane = plane;
    this.width = width;
    this.height = height;
    left = new int[wide];
    share = new float[wide];
    for (int x = 0; x < wide; x++) {
      float at = Math.max(0, Math.min(width - 1, (x + 0.5f) * width / wide - 0.5f));
      left[x] = Math.max(0, Math.min(width - 2, (int) at));
      share[x] = at - left[x];
    }
  }

  /**
   * Computes a row.
   *
   * @param at its place in the plane, in rows
   * @param row receives it
   */
  void row(float at, float[] row) {
    float inside = Math.max(0, Math.min(height - 1, at));
    int above = Math.max(0, Math.min(height - 2, (int) inside));
    float down = inside - above;
    int below = Math.min(height - 1, above + 1);
    for (int x = 0; x < row.length; x++) {
      int right = Math.min(width - 1, left[x] + 1);
      float upper = mix(plane[above * width + left[x]], plane[above * width + right], share[x]);
      float lower = mix(plane[below * width + left[x]], plane[below * width + right], share[x]);
      row[x] = mix(upper, lower, down);
    }
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }
}
