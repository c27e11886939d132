package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.stats.FrameStatistic;

/** Warping error as a multiple of the source's own. */
final class WarpErrorRatioMetric extends WarpMetric {

  private static final String ABOVE = "warp_error";
  private static final String BELOW = "warp_error_source";

  WarpErrorRatioMetric() {
    super(
        "warp_error_ratio",
        ABOVE + " over " + BELOW + " ({flow})",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }

  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    double[] above = series.get(ABOVE);
    double[] below = series.get(BELOW);
    return above == null || below == null ? Optional.empty() : FrameStatistic.ratio(above, below);
  }

  @Override
  Outcome outcome(WarpErrors errors, EvaluationPass pass) {
    return errors.warned(outcome(errors.ofOutput().toArray(), errors.ofSource().toArray(), pass));
  }

  private static Outcome outcome(double[] output, double[] source, EvaluationPass pass) {
    double ratio = ratio(output, source, IntStream.range(0, output.length).toArray());
    if (!Double.isFinite(ratio)) {
      return Outcome.notApplicable(
          output.length == 0
              ? "the videos have too few frames"
              : "the source's own warping error is 0",
          output.length);
    }
    return Outcome.value(
        ratio,
        pass.bootstrap().overFrames(output.length, drawn -> ratio(output, source, drawn)),
        output.length);
  }

  private static double ratio(double[] output, double[] source, int[] drawn) {
    double above = 0;
    double below = 0;
    for (int index : drawn) {
      above += output[index];
      below += source[index];
    }
    return below > 0 ? above / below : Double.NaN;
  }
}
