package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;

/** Warping error from frame to frame. */
final class WarpErrorMetric extends Metric {

  WarpErrorMetric() {
    super(
        "warp_error",
        "1",
        Better.LOWER,
        "Lai et al. 2018: frame t against t+1 fetched along the source's flow ({flow}, native"
            + " size), forward-backward occlusion mask of the source; squared, values in [0, 1],"
            + " mean over channels; mean over pairs",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return 70;
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    WarpErrors errors = WarpErrors.of(pass, name(), 1);
    return () -> errors.mean(name(), errors.ofOutput(), pass);
  }
}
