package org.recyclegan.eval.flow;

/**
 * A dense flow F from one frame to another: the content at {@code (x, y)} of the first is found at
 * {@code (x + u, y + v)} of the second. In pixels, x to the right, y downwards.
 */
public final class FlowField {

  private final int width;
  private final int height;
  private final float[] uv;

  /**
   * Creates a field around an array, which it then owns.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param uv {@code 2 * width * height} numbers, row by row, u and v interleaved
   * @throws IllegalArgumentException if the array's length does not fit the size
   */
  public FlowField(int width, int height, float[] uv) {
    if (width < 1 || height < 1 || uv.length != 2L * width * height) {
      throw new IllegalArgumentException(
          "Expected 2 numbers for each of "
              + width
              + "x"
              + height
              + " pixels, found an array of "
              + uv.length);
    }
    this.width = width;
    this.height = height;
    this.uv = uv;
  }

  /**
   * Returns a field that is the same everywhere.
   *
   * @param width in pixels
   * @param height in pixels
   * @param u pixels to the right
   * @param v pixels downwards
   */
  public static FlowField constant(int width, int height, float u, float v) {
    float[] uv = new float[2 * width * height];
    for (int i = 0; i < uv.length; i += 2) {
      uv[i] = u;
      uv[i + 1] = v;
    }
    return new FlowField(width, height, uv);
  }

  /**
   * Returns the width.
   *
   * @return pixels in a row
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return number of rows
   */
  public int height() {
    return height;
  }

  /**
   * Returns the numbers themselves, not a copy.
   *
   * @return {@code 2 * width * height} numbers, row by row, u and v interleaved; not to be changed
   */
  public float[] uv() {
    return uv;
  }

  /**
   * Returns the mean length of the vectors: how much moves.
   *
   * @return in pixels
   */
  public double meanMagnitude() {
    double sum = 0;
    for (int i = 0; i < uv.length; i += 2) {
      sum += magnitude(i);
    }
    return sum / (uv.length / 2.0);
  }

  /**
   * Returns the mean length of the longest vectors: how fast the part moves that moves most.
   *
   * @param share of the pixels, in (0, 1]; rounded down, but at least one pixel
   * @return in pixels
   */
  public double meanOfLongest(double share) {
    float[] magnitudes = new float[uv.length / 2];
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = (float) magnitude(2 * i);
    }
    int count = Math.max(1, (int) (magnitudes.length * share));
    float[] longest = Longest.of(magnitudes, count);
    double sum = 0;
    for (float length : longest) {
      sum += length;
    }
    return sum / count;
  }

  private double magnitude(int at) {
    double u = uv[at];
    double v = uv[at + 1];
    return Math.sqrt(u * u + v * v);
  }

  @Override
  public String toString() {
    return "FlowField[" + width + "x" + height + "]";
  }
}
