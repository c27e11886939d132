package org.recyclegan.eval.sync;

import java.util.Arrays;
import java.util.Optional;

/**
 * Dynamic time warping of two z-scored series: which frame of one shows what which frame of the
 * other shows, if time may stretch. Local cost {@code |a − b|}, steps (1,1), (1,0) and (0,1) of
 * weight one, from first to last, inside a Sakoe–Chiba band of 10 % of the length, at least 5 and
 * at most 300 frames (so that memory does not grow with the square of the length).
 *
 * <p>Reference: Sakoe and Chiba, Dynamic Programming Algorithm Optimization for Spoken Word
 * Recognition, IEEE TASSP 1978, doi: 10.1109/TASSP.1978.1163055.
 *
 * @param total cost of the cheapest path
 * @param pathLength number of its points
 * @param meanOffset mean {@code |i − j|} along it, in frames: how far from in step
 */
public record TimeWarp(double total, int pathLength, double meanOffset) {

  private static final int MIN_BAND = 5;
  private static final int MAX_BAND = 300;

  private static final byte DIAGONAL = 0;
  private static final byte DOWN = 1;
  private static final byte ACROSS = 2;

  /**
   * Aligns two series within the default band.
   *
   * @param source how it should move
   * @param output how it moves, of the same length
   * @return the alignment, or empty if one of them does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Optional<TimeWarp> align(double[] source, double[] output) {
    int tenth = (int) Math.rint(source.length / 10.0);
    return align(source, output, Math.min(MAX_BAND, Math.max(MIN_BAND, tenth)));
  }

  /**
   * Aligns two series.
   *
   * @param source how it should move
   * @param output how it moves, of the same length
   * @param band largest {@code |i − j|} allowed, at least 0
   * @return the alignment, or empty if one of them does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Optional<TimeWarp> align(double[] source, double[] output, int band) {
    Series.requireEqualLength(source, output);
    if (Series.isConstant(source) || Series.isConstant(output)) {
      return Optional.empty();
    }
    Table table = new Table(source.length, Math.min(band, source.length - 1));
    double total = table.fill(Series.standardised(source), Series.standardised(output));
    return Optional.of(table.walkBack(total));
  }

  /** The dynamic programme. Costs are kept for two rows, directions for all: a byte a cell. */
  private static final class Table {

    private final int length;
    private final int band;
    private final byte[][] steps;

    Table(int length, int band) {
      this.length = length;
      this.band = band;
      steps = new byte[length][2 * band + 1];
    }

    /** Column {@code j} of row {@code i} lies at {@code j − i + band + 1} of a padded row. */
    double fill(double[] a, double[] b) {
      double[] above = infinities();
      double[] current = infinities();
      for (int i = 0; i < length; i++) {
        int from = Math.max(0, i - band);
        int to = Math.min(length - 1, i + band);
        Arrays.fill(current, Double.POSITIVE_INFINITY);
        for (int j = from; j <= to; j++) {
          int at = j - i + band + 1;
          double cost = Math.abs(a[i] - b[j]);
          if (i == 0 && j == 0) {
            current[at] = cost;
            continue;
          }
          double best = above[at];
          byte step = DIAGONAL;
          if (above[at + 1] < best) {
            best = above[at + 1];
            step = DOWN;
          }
          if (current[at - 1] < best) {
            best = current[at - 1];
            step = ACROSS;
          }
          current[at] = best + cost;
          steps[i][at - 1] = step;
        }
        double[] swap = above;
        above = current;
        current = swap;
      }
      return above[band + 1];
    }

    TimeWarp walkBack(double total) {
      int i = length - 1;
      int j = length - 1;
      int points = 1;
      long offsets = 0;
      while (i > 0 || j > 0) {
        byte step = steps[i][j - i + band];
        if (step != ACROSS) {
          i--;
        }
        if (step != DOWN) {
          j--;
        }
        points++;
        offsets += Math.abs(i - j);
      }
      return new TimeWarp(total, points, (double) offsets / points);
    }

    private double[] infinities() {
      double[] row = new double[2 * band + 3];
      Arrays.fill(row, Double.POSITIVE_INFINITY);
      return row;
    }
  }
}
