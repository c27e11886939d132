package org.recyclegan.eval.scores;

import java.util.Locale;

/** Which values of a metric are better. */
public enum Better {
  /** Larger is better. */
  HIGHER,
  /** Smaller is better. */
  LOWER,
  /** Nearer to 0 is better, from either side, as of a signed delay. */
  ZERO,
  /** Nearer to 1 is better, from either side, as of a ratio to what it should be. */
  ONE;

  /** Returns the word used in tables and files, for example {@code "higher"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what two values are compared by: the value itself, or its distance from the best. */
  public double compared(double value) {
    return switch (this) {
      case HIGHER, LOWER -> value;
      case ZERO -> Math.abs(value);
      case ONE -> Math.abs(value - 1);
    };
  }

  /** Returns whether a first value beats a second, both as {@link #compared} returns them. */
  public boolean prefers(double first, double second) {
    return this == HIGHER ? first > second : first < second;
  }
}
