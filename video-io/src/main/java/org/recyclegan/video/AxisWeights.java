package org.recyclegan.video;

import java.util.Arrays;

/**
 * The input samples and weights for every output sample of one axis: consecutive inputs, whose
 * weights sum to 1.
 *
 * <p>The kernel is Keys' cubic convolution with a = -0.5, stretched by the reduction when shrinking
 * so that nothing aliases; where it hangs over the edge, the weights inside are scaled up to sum to
 * 1. This is the definition of Pillow's {@code BICUBIC}.
 *
 * <p>Reference: R. Keys (1981), Cubic convolution interpolation for digital image processing, doi:
 * 10.1109/TASSP.1981.1163711.
 */
final class AxisWeights {

  private static final double A = -0.5;
  private static final double KERNEL_RADIUS = 2;

  private final int[] starts;
  private final float[][] weights;

  private AxisWeights(int[] starts, float[][] weights) {
    this.starts = starts;
    this.weights = weights;
  }

  static AxisWeights of(int from, int to) {
    double scale = (double) from / to;
    double stretch = Math.max(scale, 1);
    double radius = KERNEL_RADIUS * stretch;
    int[] starts = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * scale;
      int start = (int) Math.max(0, center - radius + 0.5);
      int end = (int) Math.min(from, center + radius + 0.5);
      starts[i] = start;
      weights[i] = normalised(start, end, center, stretch);
    }
    return new AxisWeights(starts, weights);
  }

  int length() {
    return starts.length;
  }

  /** Returns the first input sample of output sample {@code i}. */
  int start(int i) {
    return starts[i];
  }

  /** Returns the weights of the input samples from {@link #start} on; not to be changed. */
  float[] weights(int i) {
    return weights[i];
  }

  /** Returns the largest number of input samples of an output sample. */
  int mostWeights() {
    return Arrays.stream(weights).mapToInt(run -> run.length).max().orElseThrow();
  }

  private static float[] normalised(int start, int end, double center, double stretch) {
    double[] raw = new double[end - start];
    double sum = 0;
    for (int k = 0; k < raw.length; k++) {
      raw[k] = cubic((start + k - center + 0.5) / stretch);
      sum += raw[k];
    }
    float[] weights = new float[raw.length];
    for (int k = 0; k < raw.length; k++) {
      weights[k] = (float) (raw[k] / sum);
    }
    return weights;
  }

  private static double cubic(double signed) {
    double x = Math.abs(signed);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    if (x < KERNEL_RADIUS) {
      return (((x - 5) * x + 8) * x - 4) * A;
    }
    return 0;
  }
}
