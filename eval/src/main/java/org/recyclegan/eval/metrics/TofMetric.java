package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.temporal.Tof;

/** Distance of the motion from the reference's. */
final class TofMetric extends TruthMetric {

  TofMetric() {
    super(
        "tof",
        "px",
        Better.LOWER,
        "TecoGAN: Farneback (0.5, 3, 15, 3, 5, 1.2) on luma, cropped to multiples of 32, Euclidean;"
            + " output against reference; mean over pairs of frames, none cut off",
        Tof.MINIMUM_SIDE);
  }

  @Override
  public int cost() {
    return 55;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    return FlowDistance.of(this, pass, FrameSet::truth);
  }
}
