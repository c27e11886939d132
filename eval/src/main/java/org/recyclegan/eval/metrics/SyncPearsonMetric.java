package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.stats.FrameStatistic;

/** Correlation of the motion. */
final class SyncPearsonMetric extends SyncMetric {

  SyncPearsonMetric() {
    super(
        "sync_pearson",
        "1",
        Better.HIGHER,
        "Pearson at lag 0 of the motion energies, mean length of each video's own flow ({flow})");
  }

  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return MotionCurves.correlation(series, UnaryOperator.identity());
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    return MotionCurves.pearson(source, output, pass);
  }
}
