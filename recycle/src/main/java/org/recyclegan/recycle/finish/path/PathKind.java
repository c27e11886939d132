package org.recyclegan.recycle.finish.path;

import java.util.Locale;

/** The allowed paths through the target's frames. */
public enum PathKind {
  /** Jumps, at a cost: for what repeats, such as speech. */
  FREE,
  /** Never back: for what happens once, such as a flower that opens. */
  MONOTONE,
  /** Monotone where source and target both show something that happens once, free elsewhere. */
  AUTO;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
