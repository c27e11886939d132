package org.recyclegan.eval.scores;

import java.util.Locale;

/** Which way a metric is better. */
public enum Better {
  /** Larger is better. */
  HIGHER,
  /** Smaller is better; of a lag, nearer to zero. */
  LOWER;

  /**
   * Returns the word used in files.
   *
   * @return {@code "higher"} or {@code "lower"}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
