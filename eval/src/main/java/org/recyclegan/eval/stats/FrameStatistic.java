package org.recyclegan.eval.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.recyclegan.eval.sync.Correlation;

/**
 * A metric of one clip as a function of its frames: a mean over frames, a ratio of two means, or a
 * correlation at lag 0. It can be computed on any draw of frames, so it can be resampled.
 */
public final class FrameStatistic {

  private final int frames;
  private final ToDoubleFunction<int[]> statistic;

  private FrameStatistic(int frames, ToDoubleFunction<int[]> statistic) {
    this.frames = frames;
    this.statistic = statistic;
  }

  /** Returns the mean of a number a frame. */
  public static FrameStatistic mean(double[] values) {
    return new FrameStatistic(values.length, drawn -> sum(values, drawn) / drawn.length);
  }

  /** Returns the ratio of two sums; empty if the lengths differ. */
  public static Optional<FrameStatistic> ratio(double[] above, double[] below) {
    return pair(above, below, drawn -> sum(above, drawn) / sum(below, drawn));
  }

  /** Returns Pearson's correlation; empty if the lengths differ. */
  public static Optional<FrameStatistic> correlation(double[] a, double[] b) {
    return pair(
        a, b, drawn -> Correlation.pearson(pick(a, drawn), pick(b, drawn)).orElse(Double.NaN));
  }

  private static Optional<FrameStatistic> pair(
      double[] a, double[] b, ToDoubleFunction<int[]> statistic) {
    return a.length == b.length
        ? Optional.of(new FrameStatistic(a.length, statistic))
        : Optional.empty();
  }

  /** Returns how many frames, or pairs of them, there are. */
  public int frames() {
    return frames;
  }

  /** Returns the metric of some frames, some of them repeated; NaN where it has none. */
  public double of(int[] drawn) {
    return statistic.applyAsDouble(drawn);
  }

  private static double sum(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(i -> values[i]).sum();
  }

  private static double[] pick(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray();
  }
}
