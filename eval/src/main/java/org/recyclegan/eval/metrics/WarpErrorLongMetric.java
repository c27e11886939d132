package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;

/** Warping error against the first frame. */
final class WarpErrorLongMetric extends Metric {

  WarpErrorLongMetric() {
    super(
        "warp_error_long",
        "1",
        Better.LOWER,
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
  public Supplier<Outcome> begin(Pass pass) {
    WarpErrors errors = WarpErrors.of(pass, name(), WarpErrors.FIRST);
    return () -> errors.mean(name(), errors.ofOutput(), pass);
  }
}
