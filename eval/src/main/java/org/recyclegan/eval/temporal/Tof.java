package org.recyclegan.eval.temporal;

import java.util.Optional;
import org.recyclegan.eval.flow.FlowField;

/**
 * tOF: the mean distance in pixels between the motion of two videos from one frame to the next.
 * Lower is better, 0 for equal motion.
 *
 * <p>The flow is estimated on whole frames and cropped afterwards: sides that are multiples of 32
 * and leave a border of at least 8 on each side, centred. The length of a difference is Euclidean,
 * as in the published code; its paper writes an L1 norm. The code also drops the first and last two
 * frames of a clip, this does not.
 *
 * <p>Reference: Chu, Xie, Mayer, Leal-Taixé and Thuerey, Learning Temporal Coherence via
 * Self-Supervision for GAN-based Video Generation, SIGGRAPH 2020, <a
 * href="https://arxiv.org/abs/1811.09393">arXiv 1811.09393</a>, and {@code metrics.py} of {@code
 * thunil/TecoGAN}.
 */
public final class Tof {

  /** The shortest side that leaves anything after the crop. */
  public static final int MINIMUM_SIDE = 48;

  private static final int STEP = 32;
  private static final int BORDERS = 16;

  private Tof() {}

  /**
   * The part of a frame that counts.
   *
   * @param x first column
   * @param y first row
   * @param width in pixels, a multiple of 32
   * @param height in pixels, a multiple of 32
   */
  public record Crop(int x, int y, int width, int height) {

    /**
     * Finds the crop of a frame.
     *
     * @param width of the frame
     * @param height of the frame
     * @return the centred part, or empty if a side is below {@link #MINIMUM_SIDE}
     */
    public static Optional<Crop> of(int width, int height) {
      int w = side(width);
      int h = side(height);
      if (w < STEP || h < STEP) {
        return Optional.empty();
      }
      return Optional.of(new Crop((width - w) / 2, (height - h) / 2, w, h));
    }

    private static int side(int size) {
      return (size - BORDERS) / STEP * STEP;
    }
  }

  /**
   * Compares the motion of two videos between the same two moments.
   *
   * @param reference how it should move
   * @param output how it moves, of the same size
   * @param crop the part that counts
   * @return mean length of the differences, in pixels
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double between(FlowField reference, FlowField output, Crop crop) {
    if (reference.width() != output.width() || reference.height() != output.height()) {
      throw new IllegalArgumentException(
          "Expected two flows of one size, found " + reference + " and " + output);
    }
    float[] a = reference.uv();
    float[] b = output.uv();
    double sum = 0;
    for (int y = crop.y(); y < crop.y() + crop.height(); y++) {
      int row = 2 * (y * reference.width() + crop.x());
      for (int i = row; i < row + 2 * crop.width(); i += 2) {
        double du = a[i] - b[i];
        double dv = a[i + 1] - b[i + 1];
        sum += Math.sqrt(du * du + dv * dv);
      }
    }
    return sum / ((double) crop.width() * crop.height());
  }
}
