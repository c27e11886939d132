package org.recyclegan.soak;

import java.util.Locale;

/** What {@code scripts/soak} tries: what is killed, or fed. */
public enum Faults {
  /** Kills of a training. It has most of the moments at which something could be lost. */
  TRAIN(1),
  /** Kills of a retargeting. */
  RETARGET(0.25),
  /** Kills of a comparison. */
  COMPARE(0.25),
  /** Kills of a study. */
  STUDY(0.25),
  /** Damaged files for every reader. */
  MUTANTS(0.5);

  private final double share;

  Faults(double share) {
    this.share = share;
  }

  /** Returns how much of the time these take, in relation to the others. */
  double share() {
    return share;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
