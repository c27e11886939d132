package org.recyclegan.recycle.train;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.recyclegan.video.InputException;

/**
 * Writes that wait for a full disk, where that is wanted: what is to be written stays in memory
 * until there is room, and the listener is told. A stop ends the waiting.
 */
final class PatientWriter {

  /** Something to write, which can be begun again after it failed. */
  interface Write {
    /** Writes it. */
    void run() throws IOException;
  }

  /** Waits for a while. */
  interface Pause {
    /** Returns at the latest after that time. */
    void of(Duration time) throws InterruptedException;
  }

  /** From one attempt to the next: the user has deleted something, or has not. */
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);

  /** From one look at the stop to the next: Ctrl-C must not seem to hang. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final boolean waits;
  private final BooleanSupplier stop;
  private final Consumer<String> messages;
  private final Pause pause;

  PatientWriter(boolean waits, BooleanSupplier stop, Consumer<String> messages, Pause pause) {
    this.waits = waits;
    this.stop = stop;
    this.messages = messages;
    this.pause = pause;
  }

  /**
   * Writes, again and again where waiting is wanted.
   *
   * @throws IOException what stood in the way, if waiting is not wanted or was ended
   */
  void write(Write write) throws IOException {
    boolean waited = false;
    while (true) {
      try {
        write.run();
        if (waited) {
          messages.accept("It could be written; training goes on.");
        }
        return;
      } catch (InputException e) {
        throw e;
      } catch (IOException e) {
        if (!waits || stop.getAsBoolean()) {
          throw e;
        }
        if (!waited) {
          messages.accept(
              e.getMessage()
                  + ". Training waits and keeps everything in memory; make room. Trying again every "
                  + BETWEEN_ATTEMPTS.toSeconds()
                  + " s; Ctrl-C gives up, back to the last checkpoint.");
        }
        waited = true;
        await(e);
      }
    }
  }

  private void await(IOException cause) throws IOException {
    try {
      Duration left = BETWEEN_ATTEMPTS;
      while (!left.isNegative() && !left.isZero()) {
        pause.of(BETWEEN_LOOKS);
        if (stop.getAsBoolean()) {
          throw cause;
        }
        left = left.minus(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
