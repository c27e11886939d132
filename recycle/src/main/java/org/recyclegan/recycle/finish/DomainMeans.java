package org.recyclegan.recycle.finish;

/**
 * What pictures of a domain look like on average: as thumbnails, of the pictures and of their
 * translations. What a network shifts alike in all pictures says nothing of one of them.
 */
final class DomainMeans {

  private final float[] own;
  private final float[] translated;

  private DomainMeans(float[] own, float[] translated) {
    this.own = own;
    this.translated = translated;
  }

  /** Returns the mean of the pictures' thumbnails. */
  float[] own() {
    return own;
  }

  /** Returns the mean of the translations' thumbnails. */
  float[] translated() {
    return translated;
  }

  /** Returns the means of what was read. */
  static DomainMeans of(byte[] own, byte[] translated) {
    return new DomainMeans(mean(own), mean(translated));
  }

  /** Returns the mean of thumbnails that lie one after the other, at least one. */
  static float[] mean(byte[] thumbnails) {
    int count = thumbnails.length / Thumbnails.VALUES;
    double[] sums = new double[Thumbnails.VALUES];
    for (int i = 0; i < thumbnails.length; i++) {
      sums[i % sums.length] += Byte.toUnsignedInt(thumbnails[i]);
    }
    float[] mean = new float[sums.length];
    for (int v = 0; v < mean.length; v++) {
      mean[v] = (float) (sums[v] / count);
    }
    return mean;
  }

  /** Returns what takes one mean to another. */
  static float[] shift(float[] from, float[] to) {
    float[] shift = new float[from.length];
    for (int v = 0; v < shift.length; v++) {
      shift[v] = to[v] - from[v];
    }
    return shift;
  }
}
