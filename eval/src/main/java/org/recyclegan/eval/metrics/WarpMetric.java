package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;

/** A warping error along the source's flow: of the output and between neighbours unless it says. */
abstract class WarpMetric extends Metric {

  WarpMetric(String name, String protocol, Input... inputs) {
    super(name, "1", Better.LOWER, protocol, inputs);
  }

  /** Returns what the metric is computed from, shared with others of the same pairs of frames. */
  WarpErrors errors(EvaluationPass pass) {
    return WarpErrors.ofNeighbours(pass);
  }

  Outcome outcome(WarpErrors errors, EvaluationPass pass) {
    return errors.mean(name(), errors.ofOutput(), pass);
  }

  @Override
  public int cost() {
    return 70;
  }

  @Override
  public final Supplier<Outcome> begin(EvaluationPass pass) {
    WarpErrors errors = errors(pass);
    return () -> outcome(errors, pass);
  }
}
