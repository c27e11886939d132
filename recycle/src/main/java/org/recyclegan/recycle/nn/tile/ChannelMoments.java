package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.recyclegan.recycle.nn.Layer;

/**
 * Mean and variance of every channel of a picture, merged from those of its tiles in float64.
 *
 * <p>Reference: T. Chan, G. Golub and R. LeVeque (1979), Updating formulae and a pairwise algorithm
 * for computing sample variances, Stanford CS-TR-79-773.
 */
final class ChannelMoments {

  private final double[] mean;
  private final double[] squares;
  private long count;

  ChannelMoments(int channels) {
    mean = new double[channels];
    squares = new double[channels];
  }

  /**
   * Takes a tile in.
   *
   * @param moments its means, then its variances, channel by channel
   * @param pixels how many it has
   */
  void add(float[] moments, long pixels) {
    long total = count + pixels;
    for (int c = 0; c < mean.length; c++) {
      double difference = moments[c] - mean[c];
      double variance = moments[mean.length + c];
      mean[c] += difference * pixels / total;
      squares[c] += variance * pixels + difference * difference * count * pixels / total;
    }
    count = total;
  }

  /** Returns the means, (1, C, 1, 1). */
  NDArray means(NDManager owner) {
    float[] values = new float[mean.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = (float) mean[c];
    }
    return owner.create(values, new Shape(1, values.length, 1, 1));
  }

  /** Returns 1 / √(variance + ε), (1, C, 1, 1). */
  NDArray scales(NDManager owner) {
    float[] values = new float[mean.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = (float) (1 / Math.sqrt(squares[c] / count + Layer.InstanceNorm.EPSILON));
    }
    return owner.create(values, new Shape(1, values.length, 1, 1));
  }
}
