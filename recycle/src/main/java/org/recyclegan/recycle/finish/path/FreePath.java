package org.recyclegan.recycle.finish.path;

/**
 * The cheapest sequence of candidates, one for each frame of the source, jumps allowed at a cost:
 * Viterbi's algorithm over a beam of the cheapest candidates of every frame and of what follows the
 * best of those before. With a beam as wide as there are candidates the result is exact.
 *
 * <p>Time grows as frames times the square of the beam, memory as frames times the beam.
 */
public final class FreePath {

  /** The number of values of a byte. */
  static final int WIDEST_BEAM = 256;

  /** Share of the beam for what follows the best candidates of the frame before. */
  private static final int SUCCESSORS = 4;

  private final UnaryCosts unary;
  private final TransitionCosts transitions;
  private final int beam;

  /**
   * Prepares a search.
   *
   * @param beam candidates that are kept of every frame, from 1 to {@link #WIDEST_BEAM}
   */
  public FreePath(UnaryCosts unary, TransitionCosts transitions, int beam) {
    if (beam < 1 || beam > WIDEST_BEAM) {
      throw new IllegalArgumentException(
          "A beam is from 1 to " + WIDEST_BEAM + " candidates wide, found " + beam);
    }
    this.unary = unary;
    this.transitions = transitions;
    this.beam = Math.min(beam, unary.candidates());
  }

  /**
   * Finds the path.
   *
   * @return a candidate for each frame; of equally cheap ones the first
   */
  public int[] shortest() {
    int frames = unary.frames();
    float[] costs = new float[unary.candidates()];
    int[][] kept = new int[frames][];
    byte[][] cameFrom = new byte[frames][];
    double[] total = new double[0];
    for (int t = 0; t < frames; t++) {
      unary.row(t, costs);
      kept[t] = keep(costs, t == 0 ? new int[0] : best(kept[t - 1], total));
      cameFrom[t] = new byte[beam];
      double[] reached = new double[beam];
      for (int k = 0; k < beam; k++) {
        reached[k] = costs[kept[t][k]];
        if (t > 0) {
          int before = bestBefore(kept[t - 1], total, kept[t][k]);
          cameFrom[t][k] = (byte) before;
          reached[k] += total[before] + transitions.cost(kept[t - 1][before], kept[t][k]);
        }
      }
      total = reached;
    }
    return trace(kept, cameFrom, total);
  }

  private int bestBefore(int[] before, double[] total, int candidate) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < before.length; k++) {
      // Costs are not negative: what is dearer already cannot become the best.
      if (total[k] < least) {
        double cost = total[k] + transitions.cost(before[k], candidate);
        if (cost < least) {
          least = cost;
          best = k;
        }
      }
    }
    return best;
  }

  /** Returns the candidates of the beam that were reached most cheaply. */
  private int[] best(int[] kept, double[] total) {
    int count = Math.max(1, beam / (2 * SUCCESSORS));
    return Selection.smallest(total, count).map(k -> kept[k]).toArray();
  }

  /**
   * Returns the beam of a frame, ascending: what is cheap now, and what follows the best before.
   */
  private int[] keep(float[] costs, int[] before) {
    boolean[] chosen = new boolean[costs.length];
    int count = 0;
    if (beam < costs.length) {
      int most = Math.max(1, beam / SUCCESSORS);
      for (int candidate : before) {
        for (int next = candidate; next <= candidate + 1 && count < most; next++) {
          if (next < costs.length && !chosen[next]) {
            chosen[next] = true;
            count++;
          }
        }
      }
    }
    for (int candidate : Selection.smallest(costs, beam).toArray()) {
      if (count < beam && !chosen[candidate]) {
        chosen[candidate] = true;
        count++;
      }
    }
    int[] kept = new int[count];
    for (int candidate = 0, k = 0; candidate < costs.length; candidate++) {
      if (chosen[candidate]) {
        kept[k++] = candidate;
      }
    }
    return kept;
  }

  private static int[] trace(int[][] kept, byte[][] cameFrom, double[] total) {
    int[] path = new int[kept.length];
    int at = Selection.smallest(total, 1).sum();
    for (int t = kept.length - 1; t >= 0; t--) {
      path[t] = kept[t][at];
      at = Byte.toUnsignedInt(cameFrom[t][at]);
    }
    return path;
  }
}
