package org.recyclegan.system;

import java.util.function.LongSupplier;

/**
 * Time that only passes. Where the clock jumps back, as that of a virtual machine may when it is
 * moved, what passed before counts and the clock goes on from there: rates, budgets and the time
 * left never become negative.
 */
public final class ElapsedTime {

  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanoClock;
  private long last;
  private long nanos;

  /** Begins to count, by the machine's monotonic clock. */
  public ElapsedTime() {
    this(System::nanoTime);
  }

  /**
   * Begins to count.
   *
   * @param nanoClock any clock of nanoseconds; where it begins does not matter
   */
  public ElapsedTime(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    last = nanoClock.getAsLong();
  }

  /**
   * Returns how much has passed.
   *
   * @return nanoseconds, never less than before
   */
  public long nanos() {
    long now = nanoClock.getAsLong();
    nanos += Math.max(0, now - last);
    last = now;
    return nanos;
  }

  /**
   * Returns how much has passed.
   *
   * @return seconds, never less than before
   */
  public double seconds() {
    return nanos() / NANOS_A_SECOND;
  }
}
