package org.recyclegan.recycle.config;

import java.util.Locale;

/** One of the two kinds of video that a run learns to translate into each other. */
public enum Domain {
  A,
  B;

  /** Returns the name in files and of losses: {@code a} or {@code b}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
