package org.recyclegan.cli.options;

import java.util.Locale;

/** What {@code --fit} takes: whose size real frames have in the result. */
public enum FrameFit {
  TARGET,
  SOURCE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
