package org.recyclegan.eval.scores;

import java.util.Locale;

/** Numbers as people read them, alike in tables, pages and verdicts. */
public final class ScoreText {

  private static final double LARGEST_WHOLE = 1e6;

  private ScoreText() {}

  /**
   * Returns a number with four significant digits: more is noise in every metric here. Whole
   * numbers stay whole.
   *
   * @param value finite
   * @return with a decimal point in every country
   */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
