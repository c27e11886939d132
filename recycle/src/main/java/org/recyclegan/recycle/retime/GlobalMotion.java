package org.recyclegan.recycle.retime;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * How a picture as a whole moved from one frame to the next: the affine flow that explains best, in
 * the sense of least squares, how its brightness changed (Lucas and Kanade 1981, with the whole
 * picture as the window). Small motions only: it is linear in the brightness.
 *
 * @param right mean displacement to the right, as a share of the picture's width
 * @param down mean displacement downwards, as a share of its height
 * @param growth by how much lengths grew, as a share: above 0 where things open or come near
 * @param turn clockwise, in radians
 * @param change mean absolute change of brightness, in levels
 */
record GlobalMotion(double right, double down, double growth, double turn, double change) {

  /** Of the affine model: the displacement to the right and down, each linear in x and y. */
  private static final int PARAMETERS = 6;

  /** Keeps a picture without texture from moving; small beside any texture that is seen. */
  private static final double RIDGE = 1e-3;

  static final GlobalMotion NONE = new GlobalMotion(0, 0, 0, 0, 0);

  /**
   * Measures.
   *
   * @param before brightness, {@code side} rows of {@code side}, from 0 to 255
   * @param after the same, a frame later
   */
  static GlobalMotion between(float[] before, float[] after, int side) {
    double[][] normal = new double[PARAMETERS][PARAMETERS];
    double[] right = new double[PARAMETERS];
    double change = 0;
    double half = 0.5 * side;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int at = row * side + column;
        double rate = after[at] - before[at];
        change += Math.abs(rate);
        if (row == 0 || column == 0 || row == side - 1 || column == side - 1) {
          continue;
        }
        double slopeX = 0.25 * (before[at + 1] - before[at - 1] + after[at + 1] - after[at - 1]);
        double slopeY =
            0.25 * (before[at + side] - before[at - side] + after[at + side] - after[at - side]);
        double x = (column + 0.5 - half) / half;
        double y = (row + 0.5 - half) / half;
        add(
            normal,
            right,
            new double[] {slopeX, slopeX * x, slopeX * y, slopeY, slopeY * x, slopeY * y},
            -rate);
      }
    }
    double texture = 0;
    for (int i = 0; i < PARAMETERS; i++) {
      texture += normal[i][i];
    }
    for (int i = 0; i < PARAMETERS; i++) {
      normal[i][i] += RIDGE * texture + 1e-9;
    }
    // Positive definite by the ridge.
    double[] p =
        new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
    // Displacements are in pixels, and x and y in halves of the picture.
    return new GlobalMotion(
        p[0] / side,
        p[3] / side,
        (p[1] + p[5]) / (2 * half),
        (p[4] - p[2]) / (2 * half),
        change / (side * side));
  }

  private static void add(double[][] normal, double[] right, double[] row, double value) {
    for (int i = 0; i < PARAMETERS; i++) {
      for (int j = 0; j < PARAMETERS; j++) {
        normal[i][j] += row[i] * row[j];
      }
      right[i] += row[i] * value;
    }
  }
}
