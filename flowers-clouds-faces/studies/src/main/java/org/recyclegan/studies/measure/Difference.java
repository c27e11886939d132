package org.recyclegan.studies.measure;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.scores.Direction;
import org.recyclegan.eval.stats.Interval;

/**
 * A number of one method less that of another, seed by seed: both were trained from the same seeds
 * on the same clips.
 *
 * @param measure its name
 * @param first a method
 * @param second another
 * @param seeds that both have the number of
 * @param mean of the differences
 * @param low end of its interval; null for a single seed
 * @param high end of its interval; null for a single seed
 * @param interval how it was found; null for a single seed
 * @param better the better method; null unless the interval excludes zero
 */
public record Difference(
    String measure,
    String first,
    String second,
    int seeds,
    double mean,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String interval,
    @Nullable String better) {

  static Difference of(
      Measure measure, String first, double[] ofFirst, String second, double[] ofSecond) {
    double[] differences = new double[ofFirst.length];
    Arrays.setAll(differences, i -> compared(measure, ofFirst[i]) - compared(measure, ofSecond[i]));
    Optional<Interval> interval =
        measure.kind() == Measure.Kind.SHARE
            ? OverSeeds.ofShares(ofFirst, ofSecond)
            : OverSeeds.ofMean(differences);
    double mean = OverSeeds.mean(differences);
    boolean firstIsBetter = mean > 0 == (measure.direction() == Direction.HIGHER);
    boolean different = interval.map(found -> found.excludes(0)).orElse(false);
    return new Difference(
        measure.name(),
        first,
        second,
        differences.length,
        mean,
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        interval.map(Interval::method).orElse(null),
        different ? (firstIsBetter ? first : second) : null);
  }

  private static double compared(Measure measure, double value) {
    return measure.kind() == Measure.Kind.FROM_ZERO ? Math.abs(value) : value;
  }

  /**
   * Tells whether the methods may be called different.
   *
   * @return whether the interval excludes zero
   */
  public boolean different() {
    return better != null;
  }
}
