package org.recyclegan.studies.measure;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 1970) with an intercept that is not shrunk.
 * The penalty is given relative to the mean variance of the features, so that it has no unit.
 */
final class RidgeRegression {

  private final double[] meanX;
  private final double[] meanY;
  private final double[][] coefficients;

  private RidgeRegression(double[] meanX, double[] meanY, double[][] coefficients) {
    this.meanX = meanX;
    this.meanY = meanY;
    this.coefficients = coefficients;
  }

  /**
   * Fits.
   *
   * @param x one row of features a sample
   * @param y one row of targets a sample
   * @param penalty above 0, relative
   */
  static RidgeRegression fit(double[][] x, double[][] y, double penalty) {
    double[] meanX = means(x);
    double[] meanY = means(y);
    double[][] gram = new double[meanX.length][meanX.length];
    double[][] moment = new double[meanX.length][meanY.length];
    double[] centred = new double[meanX.length];
    for (int s = 0; s < x.length; s++) {
      for (int i = 0; i < centred.length; i++) {
        centred[i] = x[s][i] - meanX[i];
      }
      add(gram, moment, centred, y[s], meanY);
    }
    double trace = 0;
    for (int i = 0; i < gram.length; i++) {
      trace += gram[i][i];
    }
    for (int i = 0; i < gram.length; i++) {
      gram[i][i] += penalty * trace / gram.length + Double.MIN_NORMAL;
      for (int j = 0; j < i; j++) {
        gram[j][i] = gram[i][j];
      }
    }
    RealMatrix solved =
        new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, 0)
            .getSolver()
            .solve(new Array2DRowRealMatrix(moment, false));
    return new RidgeRegression(meanX, meanY, solved.getData());
  }

  /** Adds a sample; of the symmetric matrix the lower half only. */
  private static void add(
      double[][] gram, double[][] moment, double[] x, double[] y, double[] meanY) {
    for (int i = 0; i < x.length; i++) {
      double value = x[i];
      double[] row = gram[i];
      for (int j = 0; j <= i; j++) {
        row[j] += value * x[j];
      }
      for (int k = 0; k < meanY.length; k++) {
        moment[i][k] += value * (y[k] - meanY[k]);
      }
    }
  }

  private static double[] means(double[][] rows) {
    double[] means = new double[rows[0].length];
    for (double[] row : rows) {
      for (int i = 0; i < means.length; i++) {
        means[i] += row[i] / rows.length;
      }
    }
    return means;
  }

  /** Returns the targets of a row of features. */
  double[] predict(double[] x) {
    double[] y = meanY.clone();
    for (int i = 0; i < x.length; i++) {
      double value = x[i] - meanX[i];
      for (int k = 0; k < y.length; k++) {
        y[k] += value * coefficients[i][k];
      }
    }
    return y;
  }
}
