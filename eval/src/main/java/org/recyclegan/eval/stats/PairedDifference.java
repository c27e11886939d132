package org.recyclegan.eval.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * The difference of two methods measured on the same clips, one minus the other clip by clip, so
 * that what is hard about a clip cancels out.
 *
 * @param mean of the differences
 * @param effect the mean in units of the differences' standard deviation (Cohen's d of paired
 *     samples); empty if they do not vary
 * @param interval of the mean; empty for too few clips
 * @param clips how many pairs there were
 */
public record PairedDifference(
    double mean, OptionalDouble effect, Optional<Interval> interval, int clips) {

  /**
   * Compares two methods.
   *
   * @param first one value a clip, finite
   * @param second the other method's values of the same clips in the same order
   * @param bootstrap how to find the interval
   * @return first minus second
   * @throws IllegalArgumentException if the lengths differ or there are no clips
   */
  public static PairedDifference of(double[] first, double[] second, Bootstrap bootstrap) {
    if (first.length != second.length || first.length == 0) {
      throw new IllegalArgumentException(
          "Expected as many values of one method as of the other, found "
              + first.length
              + " and "
              + second.length);
    }
    DescriptiveStatistics statistics = new DescriptiveStatistics();
    for (int i = 0; i < first.length; i++) {
      statistics.addValue(first[i] - second[i]);
    }
    double deviation = statistics.getStandardDeviation();
    OptionalDouble effect =
        deviation > 0
            ? OptionalDouble.of(statistics.getMean() / deviation)
            : OptionalDouble.empty();
    return new PairedDifference(
        statistics.getMean(), effect, bootstrap.overClips(statistics.getValues()), first.length);
  }

  /**
   * Returns whether the methods may be called different.
   *
   * @return true only if there is an interval and zero lies outside of it
   */
  public boolean isDifferent() {
    return interval.map(found -> found.excludes(0)).orElse(false);
  }
}
