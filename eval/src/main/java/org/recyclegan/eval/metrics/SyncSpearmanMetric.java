package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.stats.FrameStatistic;
import org.recyclegan.eval.sync.Correlation;

/** Rank correlation of the motion. */
final class SyncSpearmanMetric extends SyncMetric {

  SyncSpearmanMetric() {
    super("sync_spearman", "1", Better.HIGHER, "Spearman at lag 0 of the motion energies ({flow})");
  }

  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return MotionCurves.correlation(series, Correlation::ranks);
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    return MotionCurves.pearson(Correlation.ranks(source), Correlation.ranks(output), pass);
  }
}
