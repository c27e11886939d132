package org.recyclegan.eval.stats;

/**
 * A confidence interval.
 *
 * @param low its lower end, finite
 * @param high its upper end, finite, not below {@code low}
 * @param level the confidence, in (0, 1)
 * @param method how it was found, to show
 */
public record Interval(double low, double high, double level, String method) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if an end is not finite, the ends are out of order, or the
   *     level is not a probability
   */
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "An interval has finite ends in order, found " + low + " to " + high);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, found " + level);
    }
  }

  /**
   * Returns whether a value is outside.
   *
   * @param value to look for
   * @return true if it is below the lower or above the upper end
   */
  public boolean excludes(double value) {
    return value < low || value > high;
  }
}
