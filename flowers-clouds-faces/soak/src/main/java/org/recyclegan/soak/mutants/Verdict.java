package org.recyclegan.soak.mutants;

/** What became of a mutant. */
public enum Verdict {
  /** Read, in whole or in part. */
  ACCEPTED(true),
  /** Refused in words for a person. */
  REFUSED(true),
  /** Refused by an exception that says nothing to a person. */
  UNCLEAR(false),
  /** The process died. */
  CRASHED(false),
  /** The time was over. */
  HUNG(false),
  /** The memory was over. */
  MEMORY(false),
  /** Something was left where nothing belongs. */
  STRAY_FILE(false);

  private final boolean good;

  Verdict(boolean good) {
    this.good = good;
  }

  /**
   * Tells whether it is as it should be.
   *
   * @return whether nobody has to look into it
   */
  public boolean isGood() {
    return good;
  }
}
