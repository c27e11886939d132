package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.stats.FrameStatistic;
import org.recyclegan.eval.sync.Correlation;

/** Rank correlation of the motion. */
final class SyncSpearmanMetric extends Metric {

  SyncSpearmanMetric() {
    super(
        "sync_spearman",
        "1",
        Better.HIGHER,
        "Spearman at lag 0 of the motion energies ({flow})",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return MotionCurves.COST;
  }

  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return MotionCurves.correlation(series, Correlation::ranks);
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    return MotionCurves.compare(
        pass,
        (source, output) ->
            MotionCurves.pearson(Correlation.ranks(source), Correlation.ranks(output), pass));
  }
}
