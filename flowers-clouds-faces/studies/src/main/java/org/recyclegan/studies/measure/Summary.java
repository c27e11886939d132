package org.recyclegan.studies.measure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.stats.Interval;

/**
 * A number of one method over its seeds.
 *
 * @param measure its name
 * @param method the method
 * @param seeds that have the number
 * @param mean over them
 * @param low end of its interval; null for a single seed
 * @param high end of its interval; null for a single seed
 * @param interval how it was found; null for a single seed
 */
public record Summary(
    String measure,
    String method,
    int seeds,
    double mean,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String interval) {

  static Summary of(Measure measure, String method, double[] values) {
    Optional<Interval> interval =
        measure.kind() == Measure.Kind.SHARE ? OverSeeds.ofShare(values) : OverSeeds.ofMean(values);
    return new Summary(
        measure.name(),
        method,
        values.length,
        OverSeeds.mean(values),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        interval.map(Interval::method).orElse(null));
  }
}
