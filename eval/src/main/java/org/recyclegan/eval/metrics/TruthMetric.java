package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.Better;

/** A comparison of the output with the truth, defined on frames of at least some size. */
abstract class TruthMetric extends Metric {

  private final int minimumSide;

  TruthMetric(String name, String unit, Better better, String protocol, int minimumSide) {
    super(name, unit, better, protocol, Input.OUTPUT, Input.REFERENCE);
    this.minimumSide = minimumSide;
  }

  @Override
  public final int minimumSide(EvaluationPass pass) {
    return minimumSide;
  }
}
