package org.recyclegan.recycle.finish.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way through one shot of the target that never goes back: from one frame of the
 * source to the next, the target stands still or goes on by at most {@code steepest} frames. For
 * what happens once, such as a flower that opens.
 *
 * <p>The begin and the end in the shot are free. Only every N-th row is kept and what lies between
 * them is computed again on the way back, so memory grows as the square root of the source's
 * length.
 */
public final class MonotonePath {

  /** Slopes 0, 1 and 2: METHODS' asymmetric step pattern. */
  public static final int USUAL_SLOPE = 2;

  private final UnaryCosts unary;
  private final int first;
  private final int count;
  private final int steepest;
  private final float unusual;
  private double least = Double.POSITIVE_INFINITY;

  /**
   * Prepares a search.
   *
   * @param first candidate of the shot
   * @param count candidates of the shot, at least 1
   * @param steepest the most frames that the target goes on by, at least 1
   * @param unusual cost of a step for every frame that it differs from going on by one
   */
  public MonotonePath(UnaryCosts unary, int first, int count, int steepest, float unusual) {
    this.unary = unary;
    this.first = first;
    this.count = count;
    this.steepest = steepest;
    this.unusual = unusual;
  }

  /** Returns the cost of the path that was found. */
  public double cost() {
    return least;
  }

  /**
   * Finds the path.
   *
   * @return a candidate for each frame, never descending
   */
  public int[] shortest() {
    int frames = unary.frames();
    int stride = Math.max(1, (int) Math.ceil(Math.sqrt(frames)));
    float[] costs = new float[unary.candidates()];
    List<double[]> kept = new ArrayList<>();
    double[] row = firstRow(costs);
    for (int t = 0; t < frames; t++) {
      if (t > 0) {
        row = next(row, t, costs, null);
      }
      if (t % stride == 0) {
        kept.add(row);
      }
    }
    int at = lowest(row);
    least = row[at];
    int[] path = new int[frames];
    for (int block = kept.size() - 1; block >= 0; block--) {
      int begin = block * stride;
      int end = Math.min(frames, begin + stride + 1);
      byte[][] steps = new byte[end - begin][count];
      double[] again = kept.get(block);
      for (int t = begin + 1; t < end; t++) {
        again = next(again, t, costs, steps[t - begin]);
      }
      for (int t = end - 1; t > begin; t--) {
        path[t] = first + at;
        at -= Byte.toUnsignedInt(steps[t - begin][at]);
      }
      path[begin] = first + at;
    }
    return path;
  }

  private double[] firstRow(float[] costs) {
    unary.row(0, costs);
    double[] row = new double[count];
    Arrays.setAll(row, j -> costs[first + j]);
    return row;
  }

  /** Computes a row from the one before; notes the step that led to each cell where asked to. */
  private double[] next(double[] before, int frame, float[] costs, byte @Nullable [] steps) {
    unary.row(frame, costs);
    double[] row = new double[count];
    for (int j = 0; j < count; j++) {
      double best = Double.POSITIVE_INFINITY;
      int bestStep = 0;
      for (int step = 0; step <= Math.min(steepest, j); step++) {
        double cost = before[j - step] + unusual * Math.abs(step - 1);
        if (cost < best) {
          best = cost;
          bestStep = step;
        }
      }
      row[j] = best + costs[first + j];
      if (steps != null) {
        steps[j] = (byte) bestStep;
      }
    }
    return row;
  }

  private static int lowest(double[] row) {
    int lowest = 0;
    for (int j = 1; j < row.length; j++) {
      if (row[j] < row[lowest]) {
        lowest = j;
      }
    }
    return lowest;
  }
}
