package org.recyclegan.eval.features;

/**
 * The Fréchet distance of two Gaussians fitted to two sets, the arithmetic of FID and FVD:
 *
 * <pre>
 *   d² = |μ₁ − μ₂|² + Tr Σ₁ + Tr Σ₂ − 2 Tr (Σ₁ Σ₂)^½
 * </pre>
 *
 * <p>with unbiased covariances. With A and B the centred features, the last trace is the sum of the
 * singular values of {@code A Bᵀ} over {@code √((n₁−1)(n₂−1))}: no square root of a matrix, no
 * covariance, and exact if there are fewer samples than features, which is the usual case here. A
 * set with more samples than features is first replaced by the triangle of its QR decomposition,
 * which leaves those values as they are, so the work grows with the smaller of N and d.
 *
 * <p>Reference: Heusel, Ramsauer, Unterthiner, Nessler and Hochreiter, GANs Trained by a Two
 * Time-Scale Update Rule, NeurIPS 2017, <a href="https://arxiv.org/abs/1706.08500">arXiv
 * 1706.08500</a>.
 */
public final class FrechetDistance {

  private FrechetDistance() {}

  /**
   * Measures the squared distance, as papers report it.
   *
   * @param a a set
   * @param b a set of the same features
   * @return d², at least 0; what rounding takes below is 0
   * @throws IllegalArgumentException if the numbers of features differ
   */
  public static double between(FeatureMatrix a, FeatureMatrix b) {
    FeatureMatrix.requireEqualDimensions(a, b);
    DenseMatrix first = a.centred();
    DenseMatrix second = b.centred();
    double degreesA = a.samples() - 1.0;
    double degreesB = b.samples() - 1.0;
    double traces = first.sumOfSquares() / degreesA + second.sumOfSquares() / degreesB;
    double joint = nuclearNorm(first, second) / Math.sqrt(degreesA * degreesB);
    return Math.max(0, squaredDistance(a.means(), b.means()) + traces - 2 * joint);
  }

  private static double nuclearNorm(DenseMatrix first, DenseMatrix second) {
    return core(first).timesTransposed(core(second)).sumOfSingularValues();
  }

  private static DenseMatrix core(DenseMatrix centred) {
    return centred.rows() > centred.columns() ? centred.triangle() : centred;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
