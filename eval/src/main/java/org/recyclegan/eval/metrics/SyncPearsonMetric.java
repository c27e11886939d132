package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.stats.FrameStatistic;

/** Correlation of the motion. */
final class SyncPearsonMetric extends Metric {

  SyncPearsonMetric() {
    super(
        "sync_pearson",
        "1",
        Better.HIGHER,
        "Pearson at lag 0 of the motion energies, mean length of each video's own flow ({flow})",
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
    return MotionCurves.correlation(series, UnaryOperator.identity());
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    return MotionCurves.compare(
        pass, (source, output) -> MotionCurves.pearson(source, output, pass));
  }
}
