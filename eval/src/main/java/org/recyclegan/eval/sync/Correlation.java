package org.recyclegan.eval.sync;

import java.util.OptionalDouble;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Correlation of two series at lag 0, in [-1, 1], by Commons Math; empty, and not its NaN, where a
 * series does not vary.
 */
public final class Correlation {

  private Correlation() {}

  /**
   * Returns Pearson's coefficient.
   *
   * @param a a series
   * @param b another of the same length
   * @return the coefficient, or empty if one of them does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static OptionalDouble pearson(double[] a, double[] b) {
    Series.requireEqualLength(a, b);
    if (Series.isConstant(a) || Series.isConstant(b)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(new PearsonsCorrelation().correlation(a, b));
  }

  /**
   * Returns Spearman's coefficient, equal values sharing their mean rank.
   *
   * @param a a series
   * @param b another of the same length
   * @return the coefficient, or empty if one of them does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static OptionalDouble spearman(double[] a, double[] b) {
    Series.requireEqualLength(a, b);
    if (Series.isConstant(a) || Series.isConstant(b)) {
      return OptionalDouble.empty();
    }
    return pearson(ranks(a), ranks(b));
  }

  /**
   * Ranks a series.
   *
   * @param values without NaN
   * @return ranks from 1, equal values sharing their mean rank
   */
  public static double[] ranks(double[] values) {
    return new NaturalRanking().rank(values);
  }
}
