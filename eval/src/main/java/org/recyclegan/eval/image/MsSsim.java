package org.recyclegan.eval.image;

import org.recyclegan.video.Frame;

/**
 * Multi-scale structural similarity: contrast and structure on four scales, the whole index on the
 * fifth, each to the power of its weight, multiplied; the mean over the channels. In [0, 1], higher
 * is better. Negative means count as 0, and odd sides are padded, as in pytorch-msssim.
 *
 * <p>Reference: Wang, Simoncelli and Bovik, Multiscale Structural Similarity for Image Quality
 * Assessment, Asilomar 2003, doi: 10.1109/ACSSC.2003.1292216.
 */
public final class MsSsim {

  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

  /** The shortest side on which the window still fits at the fifth scale. */
  public static final int MINIMUM_SIDE =
      ((StructuralSimilarity.WINDOW - 1) << (WEIGHTS.length - 1)) + 1;

  private MsSsim() {}

  /**
   * Both indices, since the first scale of one is the other.
   *
   * @param msSsim over five scales
   * @param ssim equal to {@link Ssim#rgb}
   */
  public record Score(double msSsim, double ssim) {}

  /**
   * Compares two frames, channel by channel.
   *
   * @param a a frame, at least {@link #MINIMUM_SIDE} on each side
   * @param b a frame of the same size
   * @return the means over the channels
   * @throws IllegalArgumentException if the sizes differ or are too small; the window is never
   *     shrunk instead
   */
  public static Score rgb(Frame a, Frame b) {
    Sizes.requireEqual(a, b);
    if (Math.min(a.width(), a.height()) < MINIMUM_SIDE) {
      throw new IllegalArgumentException(
          "MS-SSIM needs sides of at least " + MINIMUM_SIDE + ", found " + a);
    }
    double msSsim = 0;
    double ssim = 0;
    for (int channel = 0; channel < 3; channel++) {
      Score score = plane(Plane.channel(a, channel), Plane.channel(b, channel));
      msSsim += score.msSsim;
      ssim += score.ssim;
    }
    return new Score(msSsim / 3, ssim / 3);
  }

  private static Score plane(Plane first, Plane second) {
    Plane x = first;
    Plane y = second;
    double product = 1;
    double fullSize = 0;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      if (scale > 0) {
        x = x.halved();
        y = y.halved();
      }
      StructuralSimilarity.Means means = StructuralSimilarity.compare(x, y);
      if (scale == 0) {
        fullSize = means.ssim();
      }
      boolean last = scale == WEIGHTS.length - 1;
      double factor = last ? means.ssim() : means.contrastStructure();
      product *= Math.pow(Math.max(0, factor), WEIGHTS[scale]);
    }
    return new Score(product, fullSize);
  }
}
