package org.recyclegan.video;

import java.util.Arrays;

/**
 * Weighted sums of lines of samples, each line an array of its own: only of such loops does the
 * compiler make vector instructions. With an offset into a shared array it cannot tell that what is
 * written is not what is read next, and one multiply-add takes ten times as long.
 */
final class WeightedSum {

  private WeightedSum() {}

  /**
   * Adds up consecutive lines in their order, in float32 without fused operations.
   *
   * @param lines of at least the sum's length
   * @param start the first that counts
   * @param weights one for each line from there on
   * @param sum receives the result
   */
  static void of(float[][] lines, int start, float[] weights, float[] sum) {
    Arrays.fill(sum, 0);
    int pairs = weights.length & ~1;
    for (int k = 0; k < pairs; k += 2) {
      add(lines[start + k], weights[k], lines[start + k + 1], weights[k + 1], sum);
    }
    if (pairs < weights.length) {
      add(lines[start + pairs], weights[pairs], sum);
    }
  }

  /** Two lines at once: the sum is loaded and stored half as often. */
  private static void add(
      float[] first, float firstWeight, float[] second, float secondWeight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] + firstWeight * first[i] + secondWeight * second[i];
    }
  }

  private static void add(float[] line, float weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * line[i];
    }
  }
}
