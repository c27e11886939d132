package org.recyclegan.eval.sync;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Helpers for comparing two series. */
final class Series {

  /** Below this standard deviation a series says nothing, regardless of its unit here. */
  private static final double CONSTANT = 1e-9;

  private Series() {}

  static void requireEqualLength(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Expected two series of one length, found " + a.length + " and " + b.length);
    }
  }

  /** Returns whether a series does not vary; true for fewer than two values. */
  static boolean isConstant(double[] values) {
    return values.length < 2 || deviation(values) < CONSTANT;
  }

  /** Shifts and scales to mean 0 and population standard deviation 1. */
  static double[] standardised(double[] values) {
    double mean = StatUtils.mean(values);
    double deviation = deviation(values);
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }

  private static double deviation(double[] values) {
    return Math.sqrt(StatUtils.populationVariance(values));
  }
}
