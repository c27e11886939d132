package org.recyclegan.eval.flow;

/**
 * Where a flow cannot be believed: content that is hidden in the other frame, and the edges of
 * moving things.
 *
 * <p>As in Lai et al.'s evaluation. With f the forward flow and b the backward flow fetched through
 * it, b(x + f(x)), a pixel is occluded where
 *
 * <pre>
 *   |b + f|²        &gt; 0.01 (|b|² + |f|²) + 0.5       forward and backward disagree, or
 *   |∇u|² + |∇v|²   &gt; 0.01 |f|² + 0.002              there is an edge of motion
 * </pre>
 *
 * <p>∇ is the forward difference, 0 in the last column and row. Content that leaves the picture is
 * masked only as far as the first rule finds it, as there.
 *
 * <p>References: Sundaram, Brox and Keutzer, ECCV 2010, doi: 10.1007/978-3-642-15549-9_32; Ruder,
 * Dosovitskiy and Brox, <a href="https://arxiv.org/abs/1604.08610">arXiv 1604.08610</a>; {@code
 * compute_flow_occlusion.py} of {@code phoenix104104/fast_blind_video_consistency}.
 */
public final class OcclusionMask {

  private static final int VECTOR = 2;
  private static final double RELATIVE = 0.01;
  private static final double DISAGREEMENT = 0.5;
  private static final double EDGE = 0.002;

  private final int width;
  private final int height;
  private final boolean[] occluded;

  private OcclusionMask(int width, int height, boolean[] occluded) {
    this.width = width;
    this.height = height;
    this.occluded = occluded;
  }

  /**
   * Returns a mask that hides nothing.
   *
   * @param width in pixels
   * @param height in pixels
   */
  public static OcclusionMask none(int width, int height) {
    return new OcclusionMask(width, height, new boolean[width * height]);
  }

  /**
   * Finds what is occluded on the frame that the forward flow starts in.
   *
   * @param forward from that frame to the other
   * @param backward from the other frame to that one, of the same size
   * @throws IllegalArgumentException if the sizes differ
   */
  public static OcclusionMask between(FlowField forward, FlowField backward) {
    if (forward.width() != backward.width() || forward.height() != backward.height()) {
      throw new IllegalArgumentException(
          "Expected two flows of one size, found " + forward + " and " + backward);
    }
    int width = forward.width();
    int height = forward.height();
    boolean[] occluded = new boolean[width * height];
    BilinearTap tap = new BilinearTap(width, height, VECTOR);
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        // Both, always: which of them holds is too irregular for the processor to guess.
        boolean disagrees = disagrees(forward, backward, tap, x, y);
        boolean edge = isEdge(forward, x, y);
        occluded[i] = disagrees || edge;
      }
    }
    return new OcclusionMask(width, height, occluded);
  }

  /**
   * Returns whether a pixel's flow cannot be believed.
   *
   * @param pixel {@code y * width + x}
   * @return true if it is to be left out
   */
  public boolean isOccluded(int pixel) {
    return occluded[pixel];
  }

  /**
   * Lists the pixels of a row that are not to be left out.
   *
   * @param y the row
   * @param columns receives them from the left; as long as the mask is wide
   * @return how many there are
   */
  public int visible(int y, int[] columns) {
    int count = 0;
    for (int x = 0; x < width; x++) {
      columns[count] = x;
      count += occluded[y * width + x] ? 0 : 1;
    }
    return count;
  }

  /** Counts the pixels to be left out. */
  public int count() {
    int count = 0;
    for (boolean pixel : occluded) {
      if (pixel) {
        count++;
      }
    }
    return count;
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

  private static boolean disagrees(
      FlowField forward, FlowField backward, BilinearTap tap, int x, int y) {
    int at = 2 * (y * forward.width() + x);
    double u = forward.uv()[at];
    double v = forward.uv()[at + 1];
    tap.moveTo(x + u, y + v);
    double backU = tap.fetch(backward.uv(), 0);
    double backV = tap.fetch(backward.uv(), 1);
    double gap = square(backU + u) + square(backV + v);
    double sizes = square(backU) + square(backV) + square(u) + square(v);
    return gap > RELATIVE * sizes + DISAGREEMENT;
  }

  private static boolean isEdge(FlowField flow, int x, int y) {
    float[] uv = flow.uv();
    int width = flow.width();
    int at = 2 * (y * width + x);
    double steepness = 0;
    if (x + 1 < width) {
      steepness += square(uv[at + 2] - uv[at]) + square(uv[at + 3] - uv[at + 1]);
    }
    if (y + 1 < flow.height()) {
      int below = at + 2 * width;
      steepness += square(uv[below] - uv[at]) + square(uv[below + 1] - uv[at + 1]);
    }
    return steepness > RELATIVE * (square(uv[at]) + square(uv[at + 1])) + EDGE;
  }

  private static double square(double value) {
    return value * value;
  }
}
