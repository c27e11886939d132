package org.recyclegan.video.store;

/** Mean absolute difference of two pictures of the same size. */
final class MeanDifference {

  private MeanDifference() {}

  /**
   * Compares two pictures.
   *
   * @return 8-bit levels, 0 to 255
   */
  static double of(byte[] a, byte[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Expected pictures of one size, found " + a.length + " and " + b.length + " bytes");
    }
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return (double) sum / a.length;
  }
}
