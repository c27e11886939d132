package org.recyclegan.eval.metrics;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;

/**
 * Gradient energy of the output as a multiple of the reference's: below 1 it is blurred, above 1 it
 * has edges, grain or a lattice that the reference has not.
 *
 * <pre>
 *   E = mean over x, y of (Y(x+1, y) - Y(x, y))² + (Y(x, y+1) - Y(x, y))²,  Y the 8-bit luma
 * </pre>
 *
 * Frames whose reference is flat have no ratio and are omitted.
 */
final class SharpnessRatioMetric extends TruthMetric {

  SharpnessRatioMetric() {
    super(
        "sharpness_ratio",
        "1",
        Better.ONE,
        "mean squared difference of neighbouring lumas, right and down, of the output over the"
            + " reference's; mean over frames whose reference is not flat",
        /* minimumSide= */ 2);
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    return FrameMean.ofFrames(this, pass, SharpnessRatioMetric::ratio);
  }

  private static OptionalDouble ratio(FrameSet frames) {
    double reference = energy(frames.truth().current().gray());
    return reference == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(energy(frames.output().current().gray()) / reference);
  }

  private static double energy(GrayImage image) {
    byte[] luma = image.luma();
    int width = image.width();
    long sum = 0;
    for (int y = 0; y + 1 < image.height(); y++) {
      for (int x = 0; x + 1 < width; x++) {
        int at = y * width + x;
        int right = (luma[at + 1] & 0xff) - (luma[at] & 0xff);
        int down = (luma[at + width] & 0xff) - (luma[at] & 0xff);
        sum += (long) right * right + (long) down * down;
      }
    }
    return (double) sum / ((long) (width - 1) * (image.height() - 1));
  }
}
