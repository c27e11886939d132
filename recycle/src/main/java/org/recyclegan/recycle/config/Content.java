package org.recyclegan.recycle.config;

import java.util.Locale;

/** The content of the training videos, if results must be labelled for it. */
public enum Content {
  /** Not known: what the names of the inputs and what lies beside them show. */
  AUTO,

  /** People's faces, drawn ones too: a visible label goes into what is made of them. */
  FACES,

  /** Anything else. */
  OTHER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
