package org.recyclegan.recycle.config;

import java.util.Locale;

/** How loss terms compare two frames. */
public enum Reconstruction {
  /** Mean absolute difference: the code's. */
  L1,
  /** Mean squared difference: the paper's equations 3 to 5. */
  L2;

  /**
   * Returns the name that the command line uses.
   *
   * @return {@code l1} or {@code l2}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
