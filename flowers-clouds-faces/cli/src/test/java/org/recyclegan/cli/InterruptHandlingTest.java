package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InterruptHandlingTest {

  @Test
  void shutdownRaisesTheFlagAndWaitsForTheCommand() throws InterruptedException {
    InterruptHandling handling = new InterruptHandling(Duration.ofMinutes(1));
    assertFalse(handling.stop().getAsBoolean());
    Thread command =
        new Thread(
            () -> {
              while (!handling.stop().getAsBoolean()) {
                Thread.onSpinWait();
              }
              handling.commandEnded();
            });
    command.start();

    assertTrue(handling.onShutdown());
    command.join();
  }

  @Test
  void patienceHasAnEnd() {
    InterruptHandling handling = new InterruptHandling(Duration.ofMillis(1));

    assertFalse(handling.onShutdown());
    assertTrue(handling.stop().getAsBoolean());
  }

  @Test
  void endedCommandNeedsNoWaiting() {
    InterruptHandling handling = new InterruptHandling(Duration.ZERO);
    handling.commandEnded();

    assertTrue(handling.onShutdown());
  }
}
