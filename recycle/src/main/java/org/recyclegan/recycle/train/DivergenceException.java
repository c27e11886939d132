package org.recyclegan.recycle.train;

import java.io.IOException;

/**
 * Training produced a number that is not finite: a loss, a gradient or a weight. Where it has the
 * networks' own message, {@link Rollback} may still help; else training is over.
 */
public final class DivergenceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long step;

  private DivergenceException(long step, String message) {
    super(message);
    this.step = step;
  }

  /**
   * Reports what was found.
   *
   * @param what for example {@code the loss cycle_a is NaN}
   * @param step in which it was found, counted from 1
   */
  DivergenceException(String what, long step) {
    this(step, "Training diverged at step " + step + ": " + what + ".");
  }

  /** Returns the same with what was tried and what to do. */
  DivergenceException with(String advice) {
    DivergenceException whole = new DivergenceException(step, getMessage() + " " + advice);
    whole.initCause(this);
    return whole;
  }

  /** Returns the step in which it was found, counted from 1. */
  long step() {
    return step;
  }
}
