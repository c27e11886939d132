package org.recyclegan.soak;

import java.io.IOException;
import java.util.Optional;

/** Runs a campaign's attempts at a command until they end or something is lost. */
final class Attempts {

  /** Tries faults until something is lost. */
  interface Body {
    void make() throws IOException, InterruptedException;
  }

  private Attempts() {}

  /**
   * Makes attempts.
   *
   * @return what was lost, in words; empty if nothing was, or if the user stopped the campaign:
   *     that stops its processes too, and they are no loss
   */
  static Optional<String> run(KilledCommand command, Deadline deadline, Body attempts)
      throws IOException {
    try {
      attempts.make();
      return Optional.empty();
    } catch (SoakException e) {
      return deadline.isStopped()
          ? Optional.empty()
          : Optional.of(command.name() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SoakException("interrupted", e);
    }
  }
}
