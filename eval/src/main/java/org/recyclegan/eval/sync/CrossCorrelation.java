package org.recyclegan.eval.sync;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The shift at which two series agree best: the largest Pearson coefficient of their overlapping
 * parts, over lags up to {@code min(12, T/4)} that leave an overlap of at least {@code max(8,
 * T/2)}.
 *
 * @param value the coefficient there
 * @param lag frames by which the output is late; negative if it is early. Of equal values the
 *     smallest shift wins, and of those the late one.
 */
public record CrossCorrelation(double value, int lag) {

  private static final int MAX_LAG = 12;
  private static final int MIN_OVERLAP = 8;

  /** Rounding is not a reason to prefer a larger shift. */
  private static final double TIE = 1e-12;

  /**
   * Finds the best shift.
   *
   * @param source how it should move
   * @param output how it moves, of the same length
   * @return the best shift, or empty if the series are shorter than 8 or do not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Optional<CrossCorrelation> best(double[] source, double[] output) {
    Series.requireEqualLength(source, output);
    int length = source.length;
    int minOverlap = Math.max(MIN_OVERLAP, (length + 1) / 2);
    int reach = Math.min(Math.min(MAX_LAG, length / 4), length - minOverlap);
    Optional<CrossCorrelation> best = Optional.empty();
    for (int shift = 0; shift <= reach; shift++) {
      best = better(best, source, output, shift);
      if (shift > 0) {
        best = better(best, source, output, -shift);
      }
    }
    return best;
  }

  private static Optional<CrossCorrelation> better(
      Optional<CrossCorrelation> best, double[] source, double[] output, int lag) {
    OptionalDouble value = at(source, output, lag);
    if (value.isEmpty() || (best.isPresent() && value.getAsDouble() <= best.get().value + TIE)) {
      return best;
    }
    return Optional.of(new CrossCorrelation(value.getAsDouble(), lag));
  }

  /**
   * Returns the coefficient at one shift.
   *
   * @param source how it should move
   * @param output how it moves, of the same length
   * @param lag frames by which the output is taken to be late, smaller than the length
   * @return the coefficient of the overlapping parts, or empty if one does not vary there
   */
  public static OptionalDouble at(double[] source, double[] output, int lag) {
    int length = source.length;
    double[] early = Arrays.copyOfRange(source, Math.max(0, -lag), length - Math.max(0, lag));
    double[] late = Arrays.copyOfRange(output, Math.max(0, lag), length - Math.max(0, -lag));
    return Correlation.pearson(early, late);
  }
}
