package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.sync.TimeWarp;

/** The distance of the best alignment from perfect synchrony. */
final class SyncDtwMetric extends SyncMetric {

  SyncDtwMetric() {
    super(
        "sync_dtw_ms",
        "ms",
        Better.LOWER,
        "mean |i - j| on the cheapest warping path of the z-scored motion energies ({flow}), band"
            + " of 10 %");
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    return bare(
        TimeWarp.align(source, output).stream()
            .mapToDouble(warp -> warp.meanOffset() * pass.millisPerFrame())
            .findFirst(),
        "the motion does not vary",
        source);
  }
}
