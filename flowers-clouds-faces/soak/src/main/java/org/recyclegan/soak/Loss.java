package org.recyclegan.soak;

import java.io.IOException;
import java.util.Optional;

/** How a loss ends a campaign against a command: in words, for the counts. */
final class Loss {

  /** Tries faults until something is lost. */
  interface Attempts {
    void make() throws IOException, InterruptedException;
  }

  private Loss() {}

  /**
   * Makes attempts.
   *
   * @return what was lost; empty if nothing was, or if the user stopped it: who stops a soak stops
   *     its processes, too, and they are no loss
   */
  static Optional<String> of(Victim victim, Deadline deadline, Attempts attempts)
      throws IOException {
    try {
      attempts.make();
      return Optional.empty();
    } catch (SoakException e) {
      return deadline.isStopped()
          ? Optional.empty()
          : Optional.of(victim.name() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SoakException("interrupted", e);
    }
  }
}
