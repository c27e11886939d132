package org.recyclegan.video.excerpt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.recyclegan.video.excerpt.FaceFraming.Found;

/** Makes the way of a face steady. */
final class FacePath {

  /** Frames whose median is taken, against single mistakes of the detector. */
  private static final int MEDIAN = 5;

  /** Standard deviation of the Gaussian window: a head turns in about a second. */
  private static final double SECONDS = 0.2;

  private static final int REACH = 3;

  private FacePath() {}

  /** Returns the way without jumps: medians, and then means weighted over time. */
  static List<Found> smoothed(List<Found> path, double framesPerSecond) {
    double sigma = SECONDS * framesPerSecond;
    double[] x = smoothed(path, Found::x, sigma);
    double[] y = smoothed(path, Found::y, sigma);
    double[] side = smoothed(path, Found::side, sigma);
    List<Found> result = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      result.add(new Found(x[i], y[i], side[i]));
    }
    return result;
  }

  private static double[] smoothed(List<Found> path, ToDoubleFunction<Found> part, double sigma) {
    return weighted(medians(path.stream().mapToDouble(part).toArray()), sigma);
  }

  private static double[] medians(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int half = Math.min(MEDIAN / 2, Math.min(i, values.length - 1 - i));
      double[] window = Arrays.copyOfRange(values, i - half, i + half + 1);
      Arrays.sort(window);
      result[i] = window[half];
    }
    return result;
  }

  private static double[] weighted(double[] values, double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = Math.max(0, i - reach); k <= Math.min(values.length - 1, i + reach); k++) {
        double weight = k == i ? 1 : Math.exp(-(k - i) * (k - i) / (2 * sigma * sigma));
        sum += weight * values[k];
        weights += weight;
      }
      result[i] = sum / weights;
    }
    return result;
  }
}
