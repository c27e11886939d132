package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.sync.CrossCorrelation;

/** The shift at which the motion agrees best. */
final class SyncLagMetric extends SyncMetric {

  SyncLagMetric() {
    super(
        "sync_lag_ms",
        "ms",
        Better.ZERO,
        "lag of sync_ncc, positive if the output is late; nearer to 0 is better ({flow})");
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    return bare(
        CrossCorrelation.best(source, output).stream()
            .mapToDouble(best -> best.lag() * pass.millisPerFrame())
            .findFirst(),
        SyncNccMetric.NO_SHIFT,
        source);
  }
}
