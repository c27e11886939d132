package org.recyclegan.recycle.config;

import java.util.Locale;

/** Which of a trained generator's weights make pictures. */
public enum GeneratorWeights {
  /**
   * Their moving average over the steps of the training, where that was kept; else the same as
   * {@link #RAW}.
   */
  AVERAGED,
  /** Those that the last step left. */
  RAW;

  /** What makes pictures unless something else is asked for. */
  public static final GeneratorWeights DEFAULT = AVERAGED;

  /**
   * Returns the name that the command line uses.
   *
   * @return in lower case
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
