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
import org.recyclegan.eval.sync.CrossCorrelation;

/** Correlation of the motion at the best shift. */
final class SyncNccMetric extends Metric {

  SyncNccMetric() {
    super(
        "sync_ncc",
        "1",
        Better.HIGHER,
        "largest Pearson of the overlapping motion energies ({flow}) over lags to min(12, T/4)",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return MotionCurves.COST;
  }

  /** It depends on the order of the frames. */
  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return Optional.empty();
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    return MotionCurves.compare(
        pass,
        (source, output) ->
            CrossCorrelation.best(source, output)
                .map(best -> Outcome.value(best.value(), Optional.empty(), source.length))
                .orElseGet(
                    () ->
                        Outcome.notApplicable(
                            "no shift leaves motion that varies", source.length)));
  }
}
