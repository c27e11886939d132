package org.recyclegan.recycle.finish;

import java.util.SplittableRandom;

/** Costs as matrices, and a search that tries every path. */
final class Costs {

  private Costs() {}

  static UnaryCosts unary(float[]... rows) {
    return new UnaryCosts() {
      @Override
      public int frames() {
        return rows.length;
      }

      @Override
      public int candidates() {
        return rows[0].length;
      }

      @Override
      public void row(int frame, float[] costs) {
        System.arraycopy(rows[frame], 0, costs, 0, costs.length);
      }
    };
  }

  /** Whole numbers, so that sums are exact and ties occur. */
  static float[][] random(SplittableRandom random, int rows, int columns) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextInt(10);
      }
    }
    return matrix;
  }

  static double of(int[] path, float[][] unary, TransitionCosts transitions) {
    double cost = 0;
    for (int t = 0; t < path.length; t++) {
      cost += unary[t][path[t]] + (t == 0 ? 0 : transitions.cost(path[t - 1], path[t]));
    }
    return cost;
  }

  /** The least cost of all paths there are; infinite transitions are forbidden. */
  static double least(float[][] unary, TransitionCosts transitions) {
    double least = Double.POSITIVE_INFINITY;
    int[] path = new int[unary.length];
    while (true) {
      least = Math.min(least, of(path, unary, transitions));
      int at = 0;
      while (at < path.length && ++path[at] == unary[0].length) {
        path[at++] = 0;
      }
      if (at == path.length) {
        return least;
      }
    }
  }
}
