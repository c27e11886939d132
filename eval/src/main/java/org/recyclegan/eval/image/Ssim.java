package org.recyclegan.eval.image;

import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.video.Frame;

/**
 * Structural similarity as published in 2004: 11×11 Gaussian window of σ 1.5, valid area only,
 * population variances. In (-1, 1], higher is better, 1 for identical pictures.
 *
 * <p>Numbers of other tools differ: scikit-image's default window is a 7×7 box and its variance the
 * sample's; torchmetrics pads the border. {@code docs/metrics.md} has the table.
 */
public final class Ssim {

  /** The shortest side on which the window fits. */
  public static final int MINIMUM_SIDE = StructuralSimilarity.WINDOW;

  private Ssim() {}

  /**
   * Compares the three channels one by one.
   *
   * @param a a frame, at least {@link #MINIMUM_SIDE} on each side
   * @param b a frame of the same size
   * @return the mean over the channels
   * @throws IllegalArgumentException if the sizes differ or are too small
   */
  public static double rgb(Frame a, Frame b) {
    check(a, b);
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      sum +=
          StructuralSimilarity.compare(Plane.channel(a, channel), Plane.channel(b, channel)).ssim();
    }
    return sum / 3;
  }

  /**
   * Compares the 8-bit luma, as the paper does.
   *
   * @param a a frame, at least {@link #MINIMUM_SIDE} on each side
   * @param b a frame of the same size
   * @return the index of the lumas
   * @throws IllegalArgumentException if the sizes differ or are too small
   */
  public static double luma(Frame a, Frame b) {
    check(a, b);
    return StructuralSimilarity.compare(luma(a), luma(b)).ssim();
  }

  private static Plane luma(Frame frame) {
    return Plane.of(frame.width(), frame.height(), GrayImage.of(frame, 0).luma());
  }

  private static void check(Frame a, Frame b) {
    Sizes.requireEqual(a, b);
    if (Math.min(a.width(), a.height()) < MINIMUM_SIDE) {
      throw new IllegalArgumentException(
          "SSIM needs sides of at least " + MINIMUM_SIDE + ", found " + a);
    }
  }
}
