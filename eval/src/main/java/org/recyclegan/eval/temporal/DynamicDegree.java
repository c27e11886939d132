package org.recyclegan.eval.temporal;

import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.video.FrameRate;

/**
 * VBench's dynamic degree: whether a clip moves at all. It guards every consistency score, since a
 * frozen video is perfectly consistent.
 *
 * <p>The clip is thinned to about eight frames a second. A step moves if the fastest 5 % of its
 * pixels move by more than {@code 6 min(H, W) / 256} pixels on average, and the clip is dynamic if
 * {@code round(4 T / 16)} of its steps move, T counting the thinned frames. Rounding is to even, as
 * in Python. At least one step must move; the published code calls a clip of two frames dynamic in
 * any case.
 *
 * <p>Reference: Huang et al., VBench, CVPR 2024, <a href="https://arxiv.org/abs/2311.17982">arXiv
 * 2311.17982</a>, and {@code dynamic_degree.py} of {@code Vchitect/VBench}, where the flow is
 * RAFT's.
 */
public final class DynamicDegree {

  private static final double FRAMES_PER_SECOND = 8;
  private static final double SHARE_OF_PIXELS = 0.05;
  private static final double THRESHOLD = 6.0 / 256;

  private DynamicDegree() {}

  /**
   * Returns how many frames apart two frames of a step are.
   *
   * @param rate of the video
   * @return at least 1
   */
  public static int interval(FrameRate rate) {
    return (int) Math.max(1, Math.rint(rate.perSecond() / FRAMES_PER_SECOND));
  }

  /**
   * Returns whether a step moves.
   *
   * @param flow from one thinned frame to the next
   * @return true if its fastest pixels are faster than the threshold
   */
  public static boolean moves(FlowField flow) {
    double threshold = THRESHOLD * Math.min(flow.width(), flow.height());
    return flow.meanOfLongest(SHARE_OF_PIXELS) > threshold;
  }

  /**
   * Returns whether a clip is dynamic.
   *
   * @param moving how many of its steps move
   * @param thinnedFrames how many frames were left after thinning
   * @return true if enough steps move
   */
  public static boolean isDynamic(int moving, int thinnedFrames) {
    return moving >= Math.max(1, Math.rint(4 * (thinnedFrames / 16.0)));
  }
}
