package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;

/** Warping error against the first frame. */
final class WarpErrorLongMetric extends WarpMetric {

  WarpErrorLongMetric() {
    super(
        "warp_error_long",
        "as warp_error, each frame against the first ({flow}); mean over frames from the second",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return 80;
  }

  @Override
  WarpErrors errors(EvaluationPass pass) {
    return WarpErrors.of(pass, name(), WarpErrors.FIRST);
  }
}
