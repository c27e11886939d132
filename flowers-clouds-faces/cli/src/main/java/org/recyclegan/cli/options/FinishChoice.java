package org.recyclegan.cli.options;

import java.util.Locale;
import java.util.Optional;
import org.recyclegan.recycle.finish.FinishKind;

/** What {@code --finish} takes. */
public enum FinishChoice {
  REAL,
  GUIDE,
  NONE,
  AUTO;

  /** Returns the finish chosen; empty where it is to be measured. */
  Optional<FinishKind> kind() {
    return this == AUTO ? Optional.empty() : Optional.of(FinishKind.valueOf(name()));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
