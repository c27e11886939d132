package org.recyclegan.recycle.config;

import java.util.Locale;

/** The distance of a discriminator's judgement from the desired one. */
public enum AdversarialLoss {
  /** Mean square of the judgement's distance to 1 or 0 (Mao et al., ICCV 2017): the code's. */
  LEAST_SQUARES,
  /**
   * Cross-entropy of the judgement's sigmoid: the paper's equation 2, in the form that generators
   * can learn from, which labels their frames as real (Goodfellow et al., NIPS 2014, section 3).
   */
  CROSS_ENTROPY;

  /**
   * Returns the name that the command line uses.
   *
   * @return for example {@code least-squares}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
