package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;

/** Warping error over a fixed interval, which the options choose. */
final class WarpErrorIntervalMetric extends WarpMetric {

  WarpErrorIntervalMetric() {
    super(
        "warp_error_interval",
        "as warp_error, frame t against t+k ({flow}), k = {k}",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return 90;
  }

  /** Two flows a frame that nothing else needs, and k frames in memory. */
  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  WarpErrors errors(EvaluationPass pass) {
    pass.hold(pass.warpInterval());
    return WarpErrors.of(pass, name(), pass.warpInterval());
  }
}
