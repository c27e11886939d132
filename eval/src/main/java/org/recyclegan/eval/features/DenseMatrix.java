package org.recyclegan.eval.features;

import org.bytedeco.openblas.global.openblas;

/**
 * A matrix of doubles, row by row, with the few operations of the Fréchet distance. They are
 * LAPACK's, by way of the OpenBLAS that OpenCV brings along: at the 2048 features of FID they take
 * seconds where Commons Math's take minutes, and its eigenvalues do not converge if there are fewer
 * samples than features.
 */
final class DenseMatrix {

  private static final byte VALUES_ONLY = (byte) 'N';

  private final int rows;
  private final int columns;
  private final double[] values;

  /** Owns the array from here on. */
  DenseMatrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  double sumOfSquares() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** R of the QR decomposition, square; there must be at least as many rows as columns. */
  DenseMatrix triangle() {
    double[] factors = values.clone();
    double[] reflections = new double[columns];
    check(
        openblas.LAPACKE_dgeqrf(
            openblas.LAPACK_ROW_MAJOR, rows, columns, factors, columns, reflections));
    double[] triangle = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      int diagonal = i * columns + i;
      System.arraycopy(factors, diagonal, triangle, diagonal, columns - i);
    }
    return new DenseMatrix(columns, columns, triangle);
  }

  /** This times the other's transpose; both have the same number of columns. */
  DenseMatrix timesTransposed(DenseMatrix other) {
    double[] product = new double[Math.multiplyExact(rows, other.rows)];
    openblas.cblas_dgemm(
        openblas.CblasRowMajor,
        openblas.CblasNoTrans,
        openblas.CblasTrans,
        rows,
        other.rows,
        columns,
        1,
        values,
        columns,
        other.values,
        columns,
        0,
        product,
        other.rows);
    return new DenseMatrix(rows, other.rows, product);
  }

  double sumOfSingularValues() {
    double[] singular = new double[Math.min(rows, columns)];
    // Without vectors LAPACK never touches the places for them, but wants their strides valid.
    double[] none = new double[1];
    check(
        openblas.LAPACKE_dgesdd(
            openblas.LAPACK_ROW_MAJOR,
            VALUES_ONLY,
            rows,
            columns,
            values.clone(),
            columns,
            singular,
            none,
            rows,
            none,
            columns));
    double sum = 0;
    for (double value : singular) {
      sum += value;
    }
    return sum;
  }

  private static void check(int status) {
    if (status != 0) {
      throw new ArithmeticException("LAPACK gave up with " + status);
    }
  }
}
