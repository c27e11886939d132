package org.recyclegan.eval.features;

import java.util.List;

/** The features of a set: N samples by d features, all finite, double precision. */
public final class FeatureMatrix {

  private final double[][] rows;

  private FeatureMatrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Takes rows of doubles, which are copied.
   *
   * @param rows one a sample, at least two, of one length of at least 1
   * @throws IllegalArgumentException if there are too few rows, they are ragged, or a number is not
   *     finite
   */
  public static FeatureMatrix of(double[][] rows) {
    if (rows.length < 2) {
      throw new IllegalArgumentException("Expected at least 2 samples, found " + rows.length);
    }
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      check(rows[i], rows[0].length, i);
      copy[i] = rows[i].clone();
    }
    return new FeatureMatrix(copy);
  }

  /**
   * Takes what an extractor returned, sample by sample.
   *
   * @param samples at least two, of one length of at least 1
   * @throws IllegalArgumentException as {@link #of(double[][])}
   */
  public static FeatureMatrix of(List<float[]> samples) {
    double[][] rows = new double[samples.size()][];
    for (int i = 0; i < rows.length; i++) {
      float[] sample = samples.get(i);
      rows[i] = new double[sample.length];
      for (int j = 0; j < sample.length; j++) {
        rows[i][j] = sample[j];
      }
    }
    return of(rows);
  }

  /**
   * Returns the number of samples.
   *
   * @return N
   */
  public int samples() {
    return rows.length;
  }

  /**
   * Returns the number of features of a sample.
   *
   * @return d
   */
  public int dimensions() {
    return rows[0].length;
  }

  /** The rows themselves, not to be changed. */
  double[][] rows() {
    return rows;
  }

  double[] means() {
    double[] means = new double[dimensions()];
    for (double[] row : rows) {
      for (int j = 0; j < means.length; j++) {
        means[j] += row[j];
      }
    }
    for (int j = 0; j < means.length; j++) {
      means[j] /= rows.length;
    }
    return means;
  }

  /** The matrix less its column means. */
  DenseMatrix centred() {
    double[] means = means();
    double[] centred = new double[Math.multiplyExact(rows.length, means.length)];
    int at = 0;
    for (double[] row : rows) {
      for (int j = 0; j < means.length; j++) {
        centred[at++] = row[j] - means[j];
      }
    }
    return new DenseMatrix(rows.length, means.length, centred);
  }

  static void requireEqualDimensions(FeatureMatrix a, FeatureMatrix b) {
    if (a.dimensions() != b.dimensions()) {
      throw new IllegalArgumentException(
          "Expected two sets of the same features, found " + a + " and " + b);
    }
  }

  @Override
  public String toString() {
    return "FeatureMatrix[" + samples() + "x" + dimensions() + "]";
  }

  private static void check(double[] row, int dimensions, int index) {
    if (row.length != dimensions || dimensions < 1) {
      throw new IllegalArgumentException(
          "Expected " + dimensions + " features, found " + row.length + " in sample " + index);
    }
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "Expected finite features, found " + value + " in sample " + index);
      }
    }
  }
}
