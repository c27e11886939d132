package org.recyclegan.soak;

import java.util.List;

/**
 * How a quantity moved over time: the straight line of least squares through its samples after the
 * first quarter, in which caches fill and the compiler works.
 *
 * @param first value of the line where it begins
 * @param last value of the line where it ends
 * @param largest of all samples, the first quarter's too
 */
record Trend(double first, double last, double largest) {

  /** A rise of less is noise: pages that the heap or the compiler came to use. */
  private static final double NOISE = 0.05;

  /**
   * Fits the line.
   *
   * @param samples at equal distances in time, at least one
   */
  static Trend of(List<Long> samples) {
    List<Long> kept = samples.subList(samples.size() / 4, samples.size());
    int n = kept.size();
    double meanX = (n - 1) / 2.0;
    double meanY = kept.stream().mapToLong(Long::longValue).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      covariance += (i - meanX) * (kept.get(i) - meanY);
      variance += (i - meanX) * (i - meanX);
    }
    double slope = variance == 0 ? 0 : covariance / variance;
    return new Trend(
        meanY - slope * meanX,
        meanY + slope * meanX,
        samples.stream().mapToLong(Long::longValue).max().orElseThrow());
  }

  /**
   * Returns whether it did not rise.
   *
   * @param tolerance absolute rise that is nothing in any case
   */
  boolean isFlat(double tolerance) {
    return last - first <= Math.max(tolerance, NOISE * first);
  }
}
