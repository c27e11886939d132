package org.recyclegan.recycle.finish;

/** Squared Euclidean distances between the features of frames and those of candidates. */
final class DistanceCosts implements UnaryCosts {

  private final float[][] source;
  // By feature and then by candidate: so a row is made of long sums, which compile to vectors.
  private final float[][] candidates;
  private final float[] lengths;

  /**
   * Takes the features.
   *
   * @param source of every frame
   * @param candidates of every candidate, as many features
   */
  DistanceCosts(float[][] source, float[][] candidates) {
    this.source = source;
    int features = candidates[0].length;
    this.candidates = new float[features][candidates.length];
    lengths = new float[candidates.length];
    for (int j = 0; j < candidates.length; j++) {
      for (int k = 0; k < features; k++) {
        float value = candidates[j][k];
        this.candidates[k][j] = value;
        lengths[j] += value * value;
      }
    }
  }

  @Override
  public int frames() {
    return source.length;
  }

  @Override
  public int candidates() {
    return lengths.length;
  }

  @Override
  public void row(int frame, float[] costs) {
    float own = 0;
    for (float value : source[frame]) {
      own += value * value;
    }
    for (int j = 0; j < costs.length; j++) {
      costs[j] = lengths[j] + own;
    }
    for (int k = 0; k < candidates.length; k++) {
      float factor = -2 * source[frame][k];
      float[] values = candidates[k];
      for (int j = 0; j < costs.length; j++) {
        costs[j] += factor * values[j];
      }
    }
    for (int j = 0; j < costs.length; j++) {
      costs[j] = Math.max(0, costs[j]);
    }
  }
}
