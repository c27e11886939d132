package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.temporal.Tof;

/** Distance of the motion from the source's. */
final class TofSourceMetric extends Metric {

  TofSourceMetric() {
    super(
        "tof_source",
        "px",
        Better.LOWER,
        "as tof, with the source in the place of the reference",
        Input.OUTPUT,
        Input.SOURCE);
  }

  @Override
  public int minimumSide(EvaluationPass pass) {
    return Tof.MINIMUM_SIDE;
  }

  @Override
  public int cost() {
    return 60;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    return FlowDistance.of(this, pass, FrameSet::source);
  }
}
