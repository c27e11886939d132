package org.recyclegan.cli;

import java.util.Arrays;
import java.util.Optional;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.FrameSeries;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.sync.Correlation;

/**
 * A metric of one clip as a function of its frames, for those metrics where that makes sense: means
 * over frames, ratios of such means, correlations at lag 0. The others, such as a lag, need the
 * frames in their order and have one number a clip.
 */
final class FrameStatistic {

  private final double[] upper;
  private final double[] lower;
  private final Kind kind;

  private enum Kind {
    MEAN,
    RATIO,
    CORRELATION
  }

  private FrameStatistic(Kind kind, double[] upper, double[] lower) {
    this.kind = kind;
    this.upper = upper;
    this.lower = lower;
  }

  /** Returns the metric of a clip; empty if it cannot be had from single frames. */
  static Optional<FrameStatistic> of(MetricName metric, Evaluation clip) {
    return switch (metric) {
      case WARP_ERROR_RATIO ->
          pairOf(
              Kind.RATIO,
              series(clip, MetricName.WARP_ERROR.text()),
              series(clip, MetricName.WARP_ERROR_SOURCE.text()));
      case SYNC_PEARSON -> pairOf(Kind.CORRELATION, motion(clip, "output"), motion(clip, "source"));
      case SYNC_SPEARMAN ->
          pairOf(
              Kind.CORRELATION,
              motion(clip, "output").map(Correlation::ranks),
              motion(clip, "source").map(Correlation::ranks));
      default -> {
        Optional<double[]> values = series(clip, metric.text());
        yield pairOf(Kind.MEAN, values, values);
      }
    };
  }

  private static Optional<FrameStatistic> pairOf(
      Kind kind, Optional<double[]> upper, Optional<double[]> lower) {
    return upper.isPresent() && lower.isPresent() && upper.get().length == lower.get().length
        ? Optional.of(new FrameStatistic(kind, upper.get(), lower.get()))
        : Optional.empty();
  }

  private static Optional<double[]> motion(Evaluation clip, String video) {
    return series(clip, "motion_" + video);
  }

  private static Optional<double[]> series(Evaluation clip, String name) {
    return clip.series().stream()
        .filter(series -> series.name().equals(name) && !series.values().isEmpty())
        .map(FrameSeries::values)
        .map(values -> values.toArray())
        .findFirst();
  }

  /** How many frames, or pairs of them, there are. */
  int frames() {
    return upper.length;
  }

  /** Returns the metric of some frames, some of them repeated; NaN where it has none. */
  double of(int[] drawn) {
    return switch (kind) {
      case MEAN -> sum(upper, drawn) / drawn.length;
      case RATIO -> sum(upper, drawn) / sum(lower, drawn);
      case CORRELATION ->
          Correlation.pearson(pick(upper, drawn), pick(lower, drawn)).orElse(Double.NaN);
    };
  }

  private static double sum(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(i -> values[i]).sum();
  }

  private static double[] pick(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray();
  }
}
