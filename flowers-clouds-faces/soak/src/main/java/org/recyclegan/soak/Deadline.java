package org.recyclegan.soak;

import java.util.function.BooleanSupplier;

/**
 * When to come to an end: at a time, or sooner if the user asks.
 *
 * @param nanos in {@link System#nanoTime()}
 * @param stop returns true once the user has asked
 */
public record Deadline(long nanos, BooleanSupplier stop) {

  /** Returns one that lies so far ahead. */
  static Deadline in(long nanos, BooleanSupplier stop) {
    return new Deadline(System.nanoTime() + nanos, stop);
  }

  boolean isOver() {
    return isStopped() || System.nanoTime() - nanos >= 0;
  }

  /** Returns whether the user has asked. */
  boolean isStopped() {
    return stop.getAsBoolean();
  }
}
