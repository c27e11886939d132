package org.recyclegan.worlds.drawing;

/** Independent seeds from one, so that one number determines a whole set of clips. */
public final class Seeds {

  private Seeds() {}

  /**
   * Derives a seed. Neighbouring seeds and keys give unrelated results (the finaliser of Steele,
   * Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, applied twice).
   *
   * @param seed to derive from
   * @param key another key, another seed
   * @return a seed, equally likely to be any number
   */
  public static long mix(long seed, long key) {
    return finish(finish(seed + 0x9E3779B97F4A7C15L) ^ (key * 0xD1B54A32D192ED03L));
  }

  /**
   * Derives a fraction.
   *
   * @param seed to derive from
   * @param key another key, another fraction
   * @return uniform from 0 (inclusive) to 1 (exclusive)
   */
  public static double fraction(long seed, long key) {
    return (mix(seed, key) >>> 11) * 0x1.0p-53;
  }

  private static long finish(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
