package org.recyclegan.eval.temporal;

import org.recyclegan.video.Frame;

/**
 * VBench's temporal flickering: {@code (255 − mean |f_t − f_t+1|) / 255}, over pixels, channels and
 * pairs. In [0, 1], higher is better, 1 for a still picture.
 *
 * <p>It is meant for scenes that stand still: motion lowers it as flicker does.
 *
 * <p>Reference: Huang et al., VBench: Comprehensive Benchmark Suite for Video Generative Models,
 * CVPR 2024, <a href="https://arxiv.org/abs/2311.17982">arXiv 2311.17982</a>, and {@code
 * temporal_flickering.py} of {@code Vchitect/VBench}. Raw, not stretched as on its leader board.
 */
public final class Flickering {

  private Flickering() {}

  /**
   * Scores one step from a frame to the next; a clip's score is the mean of its steps.
   *
   * @param before a frame
   * @param after the next one, of the same size
   * @return 1 for no change at all, 0 for black to white
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double between(Frame before, Frame after) {
    byte[] a = before.rgb();
    byte[] b = after.rgb();
    if (before.width() != after.width() || a.length != b.length) {
      throw new IllegalArgumentException(
          "Expected two frames of one size, found " + before + " and " + after);
    }
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return 1 - (double) sum / a.length / 255;
  }
}
