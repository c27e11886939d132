package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;

/** Warping error over a fixed interval, which the options choose. */
final class WarpErrorIntervalMetric extends Metric {

  WarpErrorIntervalMetric() {
    super(
        "warp_error_interval",
        "1",
        Better.LOWER,
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
  public Supplier<Outcome> begin(Pass pass) {
    pass.hold(pass.warpInterval());
    WarpErrors errors = WarpErrors.of(pass, name(), pass.warpInterval());
    return () -> errors.mean(name(), errors.ofOutput(), pass);
  }
}
