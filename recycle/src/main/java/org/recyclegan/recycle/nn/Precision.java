package org.recyclegan.recycle.nn;

import java.util.Locale;

/**
 * What the networks' convolutions multiply. Weights, moments, normalisation, losses and all that
 * lies between two layers are float32 in either.
 */
public enum Precision {
  /** Float32 throughout: what the golden values were computed in. */
  FLOAT32,
  /**
   * Operands and results of convolutions rounded to bfloat16, products summed in float32: faster on
   * processors that have instructions for it, slower on others.
   */
  BF16;

  /**
   * What is used where the user did not choose: a library's results should not depend on the
   * machine. The command line chooses by the processor when it trains.
   */
  public static final Precision DEFAULT = FLOAT32;

  /**
   * Returns the name that the command line and {@code config.json} use.
   *
   * @return in lower case
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
