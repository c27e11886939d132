package org.recyclegan.recycle.finish;

import java.util.Locale;

/** The ways to make a full-resolution frame of what a network says. */
public enum FinishKind {
  /** The target's own frames that show the same, along a path that is smooth in time. */
  REAL,
  /** The source's own frames, with the colours that the translation changed. */
  GUIDE,
  /** The translation, enlarged. */
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
