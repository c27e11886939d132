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
import org.recyclegan.eval.sync.TimeWarp;

/** How far from in step the best alignment is. */
final class SyncDtwMetric extends Metric {

  SyncDtwMetric() {
    super(
        "sync_dtw_ms",
        "ms",
        Better.LOWER,
        "mean |i - j| on the cheapest warping path of the z-scored motion energies ({flow}), band"
            + " of 10 %",
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
            TimeWarp.align(source, output)
                .map(
                    warp ->
                        Outcome.value(
                            warp.meanOffset() * pass.millisPerFrame(),
                            Optional.empty(),
                            source.length))
                .orElseGet(() -> Outcome.notApplicable("the motion does not vary", source.length)));
  }
}
