package org.recyclegan.recycle.finish.path;

import java.util.Arrays;

/**
 * Whether a stretch of video shows something that happens once, such as a flower that opens, and
 * how far it has come at every frame.
 */
public final class OneWay {

  /** Fine enough for a path, coarse enough that what moves to and fro averages out. */
  private static final int KNOTS = 24;

  /** 1/3 for random walks, below 1 for motion that returns, 1 for a straight path. */
  public static final double CLEAR = 0.8;

  private final int frames;
  private final float[][] knots;

  /**
   * Takes a stretch.
   *
   * @param features of its frames, at least one
   * @param first frame of it
   * @param count frames of it, at least 1
   */
  public OneWay(float[][] features, int first, int count) {
    frames = count;
    knots = new float[Math.min(KNOTS, count)][features[first].length];
    for (int knot = 0; knot < knots.length; knot++) {
      int begin = begin(knot);
      int end = begin(knot + 1);
      for (int t = begin; t < end; t++) {
        for (int k = 0; k < knots[knot].length; k++) {
          knots[knot][k] += features[first + t][k] / (end - begin);
        }
      }
    }
  }

  private int begin(int knot) {
    return (int) ((long) knot * frames / knots.length);
  }

  /**
   * Returns the share of triples of moments of which the outer two differ most; 0 where there are
   * fewer than three moments.
   */
  public double clarity() {
    int ordered = 0;
    int all = 0;
    for (int i = 0; i < knots.length; i++) {
      for (int k = i + 2; k < knots.length; k++) {
        double outer = distance(knots[i], knots[k]);
        for (int j = i + 1; j < k; j++) {
          all++;
          if (outer > distance(knots[i], knots[j]) && outer > distance(knots[j], knots[k])) {
            ordered++;
          }
        }
      }
    }
    return all == 0 ? 0 : (double) ordered / all;
  }

  /** Returns how far every frame is along the way, from 0 to 1. */
  public float[] progress() {
    double[] lengths = new double[knots.length];
    for (int knot = 1; knot < knots.length; knot++) {
      lengths[knot] = lengths[knot - 1] + Math.sqrt(distance(knots[knot - 1], knots[knot]));
    }
    double whole = lengths[knots.length - 1];
    float[] progress = new float[frames];
    if (whole == 0) {
      Arrays.setAll(lengths, knot -> knot);
      whole = Math.max(1, knots.length - 1);
    }
    for (int t = 0; t < frames; t++) {
      // Knots lie in the middle of their frames.
      double at = (t + 0.5) * knots.length / frames - 0.5;
      int knot = (int) Math.max(0, Math.min(knots.length - 2, Math.floor(at)));
      double share = Math.max(0, Math.min(1, at - knot));
      double next = knots.length == 1 ? lengths[0] : lengths[knot + 1];
      progress[t] = (float) ((lengths[knot] + share * (next - lengths[knot])) / whole);
    }
    return progress;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
