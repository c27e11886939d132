package org.recyclegan.eval.features;

import java.util.SplittableRandom;

/**
 * The unbiased squared maximum mean discrepancy of two sets under the kernel {@code (a·b/d + 1)³},
 * the arithmetic of KID. Lower is better; it can be slightly negative, since it is unbiased. Unlike
 * the Fréchet distance it can be trusted on small sets.
 *
 * <p>Reference: Bińkowski, Sutherland, Arbel and Gretton, Demystifying MMD GANs, ICLR 2018, <a
 * href="https://arxiv.org/abs/1801.01401">arXiv 1801.01401</a>; subsets as in {@code
 * GaParmar/clean-fid}.
 */
public final class KernelDistance {

  private static final int SUBSETS = 100;
  private static final int MAX_SUBSET = 1000;

  private KernelDistance() {}

  /**
   * Uses every sample once: the same value each time.
   *
   * @param a a set
   * @param b a set of the same features
   * @return the squared discrepancy
   * @throws IllegalArgumentException if the numbers of features differ
   */
  public static double between(FeatureMatrix a, FeatureMatrix b) {
    FeatureMatrix.requireEqualDimensions(a, b);
    return unbiased(a.rows(), b.rows());
  }

  /**
   * Averages over 100 random subsets of {@code min(n₁, n₂, 1000)} samples drawn without
   * replacement, as published KIDs do.
   *
   * @param a a set
   * @param b a set of the same features
   * @param seed of the draws
   * @return the mean of the squared discrepancies
   * @throws IllegalArgumentException if the numbers of features differ
   */
  public static double overSubsets(FeatureMatrix a, FeatureMatrix b, long seed) {
    FeatureMatrix.requireEqualDimensions(a, b);
    int size = Math.min(MAX_SUBSET, Math.min(a.samples(), b.samples()));
    SplittableRandom random = new SplittableRandom(seed);
    double[][] first = a.rows().clone();
    double[][] second = b.rows().clone();
    double sum = 0;
    for (int i = 0; i < SUBSETS; i++) {
      sum += unbiased(subset(first, size, random), subset(second, size, random));
    }
    return sum / SUBSETS;
  }

  private static double unbiased(double[][] a, double[][] b) {
    double cross = 0;
    for (double[] x : a) {
      for (double[] y : b) {
        cross += kernel(x, y);
      }
    }
    return within(a) + within(b) - 2 * cross / ((double) a.length * b.length);
  }

  /** The mean over pairs of different samples. */
  private static double within(double[][] rows) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += kernel(rows[i], rows[j]);
      }
    }
    return 2 * sum / ((double) rows.length * (rows.length - 1));
  }

  private static double kernel(double[] a, double[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    double base = dot / a.length + 1;
    return base * base * base;
  }

  /** The beginning of a Fisher–Yates shuffle; the array stays shuffled, which changes nothing. */
  private static double[][] subset(double[][] rows, int size, SplittableRandom random) {
    double[][] subset = new double[size][];
    for (int i = 0; i < size; i++) {
      int pick = random.nextInt(i, rows.length);
      subset[i] = rows[pick];
      rows[pick] = rows[i];
      rows[i] = subset[i];
    }
    return subset;
  }
}
