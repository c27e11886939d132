package org.recyclegan.recycle.retime;

import java.util.Arrays;
import java.util.List;

/**
 * What brings the motion of one side's videos to units that both sides share: every feature is
 * divided by how much it varies on its side, so that a small flower that opens a little and a large
 * one that opens wide go the same way.
 */
final class MotionScale {

  /** Of rates and states, in the order of {@link MotionTrack}; found on drawn worlds. */
  private static final double[] WEIGHTS = {1, 1, 1, 1, 0.3, 1, 1, 1, 1};

  /** A share of the most that anything with a direction varies; below it is noise. */
  private static final double FAINT = 0.1;

  private final double[] factors = new double[MotionTrack.FEATURES];

  /** Takes the features of all frames of a side. */
  MotionScale(List<double[][]> videos) {
    double[] variances = new double[factors.length];
    double weight = 0;
    for (int k = 0; k < factors.length; k++) {
      variances[k] = variance(videos, k);
      weight += WEIGHTS[k];
    }
    double rates = most(variances, 0, MotionTrack.CHANGE);
    double states = most(variances, MotionTrack.CHANGE + 1, factors.length);
    for (int k = 0; k < factors.length; k++) {
      double floor =
          k == MotionTrack.CHANGE ? 0 : FAINT * FAINT * (k < MotionTrack.CHANGE ? rates : states);
      double variance = variances[k] + floor;
      // Two random candidates are 1 apart.
      factors[k] = variance < 1e-12 ? 0 : Math.sqrt(WEIGHTS[k] / weight / (2 * variance));
    }
  }

  private static double variance(List<double[][]> videos, int feature) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (double[][] video : videos) {
      for (double[] frame : video) {
        sum += frame[feature];
        squares += frame[feature] * frame[feature];
        count++;
      }
    }
    double mean = sum / count;
    return squares / count - mean * mean;
  }

  private static double most(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).max().orElse(0);
  }

  /** Returns the features in shared units. */
  float[][] apply(double[][] video) {
    float[][] scaled = new float[video.length][factors.length];
    for (int t = 0; t < video.length; t++) {
      for (int k = 0; k < factors.length; k++) {
        scaled[t][k] = (float) (factors[k] * video[t][k]);
      }
    }
    return scaled;
  }
}
