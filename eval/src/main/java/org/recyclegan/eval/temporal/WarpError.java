package org.recyclegan.eval.temporal;

import org.recyclegan.eval.flow.BilinearTap;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.OcclusionMask;
import org.recyclegan.video.Frame;

/**
 * The flow warping error of two frames: the second is fetched back along the flow and compared with
 * the first wherever the flow can be believed. Values in [0, 1]; lower is better.
 *
 * <pre>
 *   E = Σ M · d(V_t − W(V_s, F_{t→s})) / Σ M
 * </pre>
 *
 * <p>Reference: Lai, Huang, Wang, Shechtman, Yumer and Yang, Learning Blind Video Temporal
 * Consistency, ECCV 2018, <a href="https://arxiv.org/abs/1808.00449">arXiv 1808.00449</a>, and
 * {@code evaluate_WarpError.py} of {@code phoenix104104/fast_blind_video_consistency}, whose sums
 * run over pixels and channels. Where everything is masked the error is 0, as there.
 *
 * @param norm how a difference counts
 * @param reduction what the sum is divided by
 */
public record WarpError(Norm norm, Reduction reduction) {

  /** Lai et al.'s: squared, averaged over the channels. */
  public static final WarpError LAI = new WarpError(Norm.SQUARED, Reduction.CHANNEL_MEAN);

  /**
   * Deep Video Prior's: absolute, summed over the channels (Lei, Xing and Chen, NeurIPS 2020, <a
   * href="https://arxiv.org/abs/2010.11838">arXiv 2010.11838</a>).
   */
  public static final WarpError DEEP_VIDEO_PRIOR =
      new WarpError(Norm.ABSOLUTE, Reduction.PIXEL_SUM);

  private static final int CHANNELS = 3;

  /** How a difference of two values in [0, 1] counts. */
  public enum Norm {
    /** Its square. */
    SQUARED,
    /** Its size. */
    ABSOLUTE
  }

  /** The divisor of the sum over pixels and channels. */
  public enum Reduction {
    /** Visible pixels times channels. */
    CHANNEL_MEAN,
    /** Visible pixels; three times larger. */
    PIXEL_SUM
  }

  /**
   * Compares a frame with another one fetched back to it.
   *
   * @param at the frame the flow starts in and the mask lies on
   * @param other the frame the flow points into
   * @param flow from {@code at} to {@code other}
   * @param mask what to leave out
   * @return the error, at least 0
   * @throws IllegalArgumentException if the sizes differ
   */
  public double between(Frame at, Frame other, FlowField flow, OcclusionMask mask) {
    int width = at.width();
    int height = at.height();
    requireSize(at, other.width(), other.height());
    requireSize(at, flow.width(), flow.height());
    requireSize(at, mask.width(), mask.height());
    byte[] there = at.rgb();
    byte[] fetched = other.rgb();
    float[] uv = flow.uv();
    BilinearTap tap = new BilinearTap(width, height, CHANNELS);
    boolean squared = norm == Norm.SQUARED;
    double sum = 0;
    int visible = 0;
    int[] columns = new int[width];
    for (int y = 0; y < height; y++) {
      // Listed first: the processor cannot guess which of them a mask hides.
      int count = mask.visible(y, columns);
      visible += count;
      for (int k = 0; k < count; k++) {
        int x = columns[k];
        int i = y * width + x;
        tap.moveTo((double) x + uv[2 * i], (double) y + uv[2 * i + 1]);
        for (int c = 0; c < CHANNELS; c++) {
          double d = (there[CHANNELS * i + c] & 0xff) - tap.fetch(fetched, c);
          sum += squared ? d * d : Math.abs(d);
        }
      }
    }
    return visible == 0 ? 0 : sum / scale(visible);
  }

  private double scale(int visible) {
    double count = reduction == Reduction.CHANNEL_MEAN ? (double) CHANNELS * visible : visible;
    return count * (norm == Norm.SQUARED ? 255.0 * 255.0 : 255.0);
  }

  private static void requireSize(Frame frame, int width, int height) {
    if (frame.width() != width || frame.height() != height) {
      throw new IllegalArgumentException(
          "Expected the size of " + frame + ", found " + width + "x" + height);
    }
  }
}
