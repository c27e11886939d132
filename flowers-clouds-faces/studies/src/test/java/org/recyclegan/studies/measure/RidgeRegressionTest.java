package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RidgeRegressionTest {

  private static final double[][] X = {{1, 2}, {2, 1}, {3, 5}, {4, 3}, {6, 4}};

  /** Against NumPy: {@code solve(A.T @ A + 0.1 * trace(A.T @ A) / 2 * I, A.T @ (y - mean))}. */
  @Test
  void solvesThePenalisedEquations() {
    double[][] y = {{1}, {0}, {4}, {2}, {3}};
    assertEquals(
        0.4219922979428681, RidgeRegression.fit(X, y, 0.1).predict(new double[] {5, 1})[0], 1e-12);
  }

  @Test
  void findsAPlaneExactlyWhereThePenaltyVanishes() {
    double[][] y = new double[X.length][2];
    for (int i = 0; i < X.length; i++) {
      y[i][0] = 3 * X[i][0] - 2 * X[i][1] + 7;
      y[i][1] = 5;
    }
    double[] found = RidgeRegression.fit(X, y, 1e-12).predict(new double[] {10, -4});
    assertEquals(45, found[0], 1e-8);
    assertEquals(5, found[1], 1e-8);
  }

  @Test
  void featuresThatNeverVarySayNothing() {
    double[][] x = {{1, 4}, {2, 4}, {3, 4}};
    double[][] y = {{1}, {2}, {3}};
    assertEquals(2.5, RidgeRegression.fit(x, y, 1e-9).predict(new double[] {2.5, 99})[0], 1e-6);
  }
}
