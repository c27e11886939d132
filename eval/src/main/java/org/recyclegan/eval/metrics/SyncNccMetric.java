package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.sync.CrossCorrelation;

/** Correlation of the motion at the best shift. */
final class SyncNccMetric extends SyncMetric {

  /** Why there may be no best shift. */
  static final String NO_SHIFT = "no shift leaves motion that varies";

  SyncNccMetric() {
    super(
        "sync_ncc",
        "1",
        Better.HIGHER,
        "largest Pearson of the overlapping motion energies ({flow}) over lags to min(12, T/4)");
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    return bare(
        CrossCorrelation.best(source, output).stream()
            .mapToDouble(CrossCorrelation::value)
            .findFirst(),
        NO_SHIFT,
        source);
  }
}
