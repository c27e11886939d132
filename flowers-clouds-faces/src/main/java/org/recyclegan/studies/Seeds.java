package org.recyclegan.studies;

/** Independent seeds from one, so that one number determines a whole set of clips. */
final class Seeds {

  private Seeds() {}

  /**
   * Derives a seed. Neighbouring seeds and keys give unrelated results (the finaliser of Steele,
   * Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, applied twice).
   */
  static long mix(long seed, long key) {
    return finish(finish(seed + 0x9E3779B97F4A7C15L) ^ (key * 0xD1B54A32D192ED03L));
  }

  private static long finish(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
