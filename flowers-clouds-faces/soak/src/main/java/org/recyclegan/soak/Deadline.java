package org.recyclegan.soak;

import java.util.function.BooleanSupplier;

/**
 * When to come to an end: at a time, or sooner if the person asks.
 *
 * @param nanos in {@link System#nanoTime()}
 * @param stop says true once the person has asked
 */
public record Deadline(long nanos, BooleanSupplier stop) {

  /** Returns one that lies so far ahead. */
  static Deadline in(long nanos, BooleanSupplier stop) {
    return new Deadline(System.nanoTime() + nanos, stop);
  }

  boolean isOver() {
    return isStopped() || System.nanoTime() - nanos >= 0;
  }

  /** Tells whether the person has asked. */
  boolean isStopped() {
    return stop.getAsBoolean();
  }
}
