package org.recyclegan.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets a command come to a clean end when the user interrupts it. The shutdown hook raises a flag
 * and holds the JVM until the command has ended, or until waiting is no use; the JVM then exits
 * with 128 plus the signal's number, which is 130 for SIGINT.
 */
final class InterruptHandling {

  /** Longer than a training step and a checkpoint take, shorter than patience. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Duration patience;

  InterruptHandling() {
    this(PATIENCE);
  }

  InterruptHandling(Duration patience) {
    this.patience = patience;
  }

  /** Whether the command should come to its end. */
  BooleanSupplier stop() {
    return stop::get;
  }

  /** Asks for interrupts to be handled from now on. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interrupt"));
  }

  /**
   * Signals that the command has ended, whether well or not; a later shutdown waits for nothing.
   */
  void commandEnded() {
    ended.countDown();
  }

  /** Raises the flag and waits for the command's end. Returns whether it came in time. */
  boolean onShutdown() {
    stop.set(true);
    try {
      return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
