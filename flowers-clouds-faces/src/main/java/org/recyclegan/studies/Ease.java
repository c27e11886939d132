package org.recyclegan.studies;

/** Curves between two values. */
final class Ease {

  private Ease() {}

  static double mix(double from, double to, double t) {
    return from + (to - from) * t;
  }

  static double clamp(double t) {
    return Math.min(1, Math.max(0, t));
  }

  /** 0 up to {@code low}, 1 from {@code high}, with a smooth first derivative between them. */
  static double smoothstep(double low, double high, double t) {
    double s = clamp((t - low) / (high - low));
    return s * s * (3 - 2 * s);
  }
}
