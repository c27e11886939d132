package org.recyclegan.recycle.config;

import java.util.Locale;

/**
 * How long to train.
 *
 * @param unit of the amount
 * @param amount above 0; whole for steps
 */
public record Budget(Unit unit, double amount) {

  /** The unit of a budget. */
  public enum Unit {
    /** Optimiser steps: the same training on every machine. */
    STEPS,
    /** Wall-clock time of training, resumed parts included: the same patience on every machine. */
    MINUTES,
    /** Passes over the larger domain's triplets, as the published scripts count. */
    EPOCHS
  }

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if it is not above 0 or not finite
   */
  public Budget {
    if (!(amount > 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException("A training budget must be above 0, found " + amount);
    }
  }

  /** Returns for example {@code 3000 steps}. */
  public String words() {
    String number =
        amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
    return number + " " + unit.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a budget of steps.
   *
   * @param steps at least 1
   */
  public static Budget steps(long steps) {
    return new Budget(Unit.STEPS, steps);
  }

  /**
   * Returns a budget of time.
   *
   * @param minutes above 0
   */
  public static Budget minutes(double minutes) {
    return new Budget(Unit.MINUTES, minutes);
  }

  /**
   * Turns epochs into steps; the other units stay.
   *
   * @param triplets of the larger domain
   * @param batch triplets a step
   * @return a budget of steps or minutes
   */
  Budget resolved(int triplets, int batch) {
    return unit == Unit.EPOCHS ? steps((long) Math.ceil(amount * triplets / batch)) : this;
  }

  /**
   * Returns how much of the budget is used.
   *
   * @param step steps done
   * @param seconds time trained
   * @return 0 at the start, 1 or more when it is used up
   * @throws IllegalStateException if this is a budget of epochs, which only a run can count
   */
  public double used(long step, double seconds) {
    return switch (unit) {
      case STEPS -> step / amount;
      case MINUTES -> seconds / (60 * amount);
      case EPOCHS -> throw new IllegalStateException("Epochs must be resolved to steps first");
    };
  }
}
