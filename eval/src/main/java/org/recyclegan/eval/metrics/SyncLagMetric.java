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

/** The shift at which the motion agrees best. */
final class SyncLagMetric extends Metric {

  SyncLagMetric() {
    super(
        "sync_lag_ms",
        "ms",
        Better.ZERO,
        "lag of sync_ncc, positive if the output is late; nearer to 0 is better ({flow})",
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
                .map(
                    best ->
                        Outcome.value(
                            best.lag() * pass.millisPerFrame(), Optional.empty(), source.length))
                .orElseGet(
                    () ->
                        Outcome.notApplicable(
                            "no shift leaves motion that varies", source.length)));
  }
}
