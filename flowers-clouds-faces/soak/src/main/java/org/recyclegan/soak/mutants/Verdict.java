package org.recyclegan.soak.mutants;

/** What became of a mutant. */
public enum Verdict {
  /** Read, in whole or in part. */
  ACCEPTED(true),
  /** Refused with a message for the user. */
  REFUSED(true),
  /** Refused by an exception without a message for the user. */
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
   * Returns whether it is as it should be.
   *
   * @return false if it has to be looked into
   */
  public boolean isGood() {
    return good;
  }
}
