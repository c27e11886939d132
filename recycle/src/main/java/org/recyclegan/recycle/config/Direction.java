package org.recyclegan.recycle.config;

import org.recyclegan.recycle.objective.RecycleGan;

/** Which way a video is translated. */
public enum Direction {
  /** From domain A to domain B. */
  A2B,
  /** From domain B to domain A. */
  B2A;

  /**
   * Returns the generator that does it.
   *
   * @return its name in a checkpoint
   */
  public String generator() {
    return this == A2B ? RecycleGan.GENERATOR_AB : RecycleGan.GENERATOR_BA;
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return {@code a2b} or {@code b2a}
   */
  @Override
  public String toString() {
    return this == A2B ? "a2b" : "b2a";
  }
}
