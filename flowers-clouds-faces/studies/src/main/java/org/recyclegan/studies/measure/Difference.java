package org.recyclegan.studies.measure;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.scores.Better;
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
    Better better = measure.direction();
    Arrays.setAll(differences, i -> better.compared(ofFirst[i]) - better.compared(ofSecond[i]));
    Optional<Interval> interval =
        measure.kind() == Measure.Kind.SHARE
            ? OverSeeds.ofShares(ofFirst, ofSecond)
            : OverSeeds.ofMean(differences);
    double mean = OverSeeds.mean(differences);
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
        different ? (better.prefers(mean, 0) ? first : second) : null);
  }

  /**
   * Returns whether the methods may be called different.
   *
   * @return whether the interval excludes zero
   */
  public boolean different() {
    return better != null;
  }
}
