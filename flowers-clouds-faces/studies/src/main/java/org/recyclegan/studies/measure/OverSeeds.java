package org.recyclegan.studies.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.recyclegan.eval.stats.Interval;

/**
 * How sure a number is that several seeds give. Seeds are few, too few for a bootstrap, so means
 * have Student's interval and shares that of Clopper and Pearson (Biometrika 1934).
 */
final class OverSeeds {

  private static final double LEVEL = 0.95;

  private OverSeeds() {}

  /** Returns the interval of a mean; empty for a single seed. */
  static Optional<Interval> ofMean(double[] values) {
    int n = values.length;
    if (n < 2) {
      return Optional.empty();
    }
    double mean = mean(values);
    double quantile = new TDistribution(n - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
    double half = quantile * new StandardDeviation().evaluate(values) / Math.sqrt(n);
    return Optional.of(interval(mean - half, mean + half, "Student's t over %d seeds", n));
  }

  /** Returns the interval of a share; empty for a single seed. */
  static Optional<Interval> ofShare(double[] zerosAndOnes) {
    int n = zerosAndOnes.length;
    if (n < 2) {
      return Optional.empty();
    }
    int ones = (int) Math.round(Arrays.stream(zerosAndOnes).sum());
    double[] ends = clopperPearson(ones, n);
    return Optional.of(interval(ends[0], ends[1], "Clopper and Pearson over %d seeds", n));
  }

  /**
   * Returns the interval of the difference of two shares of the same seeds, given how many seeds
   * differ at all: that of the share of them that favours the first (as in McNemar's exact test).
   */
  static Optional<Interval> ofShares(double[] first, double[] second) {
    int n = first.length;
    if (n < 2) {
      return Optional.empty();
    }
    int forFirst = 0;
    int differing = 0;
    for (int i = 0; i < n; i++) {
      forFirst += first[i] > second[i] ? 1 : 0;
      differing += first[i] != second[i] ? 1 : 0;
    }
    double[] ends = differing == 0 ? new double[] {0, 1} : clopperPearson(forFirst, differing);
    double scale = Math.max(1, differing) / (double) n;
    return Optional.of(
        interval(
            scale * (2 * ends[0] - 1),
            scale * (2 * ends[1] - 1),
            "Clopper and Pearson over the %d seeds that differ",
            differing));
  }

  private static double[] clopperPearson(int ones, int n) {
    double tail = (1 - LEVEL) / 2;
    double low =
        ones == 0
            ? 0
            : new BetaDistribution(ones, n - ones + 1.0).inverseCumulativeProbability(tail);
    double high =
        ones == n
            ? 1
            : new BetaDistribution(ones + 1.0, n - ones).inverseCumulativeProbability(1 - tail);
    return new double[] {low, high};
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static Interval interval(double low, double high, String method, int n) {
    return new Interval(low, high, LEVEL, String.format(Locale.ROOT, method, n));
  }
}
