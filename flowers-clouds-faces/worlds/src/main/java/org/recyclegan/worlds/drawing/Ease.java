package org.recyclegan.worlds.drawing;

/** Curves between two values. */
public final class Ease {

  private Ease() {}

  /**
   * Goes straight from one value to another.
   *
   * @param from value at 0
   * @param to value at 1
   * @param t where between them; may lie outside
   */
  public static double mix(double from, double to, double t) {
    return from + (to - from) * t;
  }

  /**
   * Confines a value.
   *
   * @param t any number
   * @return the nearest number from 0 to 1
   */
  public static double clamp(double t) {
    return Math.min(1, Math.max(0, t));
  }

  /**
   * Steps smoothly.
   *
   * @param low up to here it is 0
   * @param high from here it is 1
   * @param t where
   * @return a value with a continuous first derivative
   */
  public static double smoothstep(double low, double high, double t) {
    double s = clamp((t - low) / (high - low));
    return s * s * (3 - 2 * s);
  }
}
