package org.recyclegan.eval.metrics.network;

import java.util.function.Supplier;
import org.recyclegan.eval.features.Lpips;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.MetricResult;

/** Learned perceptual distance from the reference. */
public final class LpipsMetric extends Metric {

  public LpipsMetric() {
    super(
        "lpips",
        "1",
        Better.LOWER,
        "LPIPS-alex v0.1, native size; mean over frames",
        Input.OUTPUT,
        Input.NETWORK);
  }

  /** Never called: a pass has no networks. */
  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    throw new IllegalStateException(name() + " is not computed in a pass");
  }

  /** Returns what a network has found over the frames of a clip. */
  public MetricResult score(Lpips collected) {
    return result(protocol(), collected.outcome());
  }
}
