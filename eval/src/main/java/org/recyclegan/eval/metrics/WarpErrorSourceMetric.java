package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;

/** The source's own warping error: the floor that errors of the flow and the light set. */
final class WarpErrorSourceMetric extends Metric {

  WarpErrorSourceMetric() {
    super(
        "warp_error_source",
        "1",
        Better.LOWER,
        "as warp_error, of the source itself ({flow})",
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return 70;
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    WarpErrors errors = WarpErrors.of(pass, "warp_error", 1);
    return () -> errors.mean(name(), errors.ofSource(), pass);
  }
}
