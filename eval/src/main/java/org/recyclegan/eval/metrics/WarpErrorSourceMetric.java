package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Outcome;

/** The source's own warping error: the floor that errors of the flow and the light set. */
final class WarpErrorSourceMetric extends WarpMetric {

  WarpErrorSourceMetric() {
    super(
        "warp_error_source",
        "as warp_error, of the source itself ({flow})",
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  Outcome outcome(WarpErrors errors, EvaluationPass pass) {
    return errors.mean(name(), errors.ofSource(), pass);
  }
}
