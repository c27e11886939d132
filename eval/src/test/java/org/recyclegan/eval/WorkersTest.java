package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {

  @Test
  void whatATaskThrowsIsThrownToWhoeverWaitsForOneAfterIt() {
    try (Workers workers = new Workers(1)) {
      CompletableFuture<Integer> first =
          workers.start(
              () -> {
                throw new IOException("on purpose");
              });
      CompletableFuture<Integer> second = workers.startAfter(first, () -> 2);
      assertEquals(
          "on purpose", assertThrows(IOException.class, () -> workers.result(first)).getMessage());
      IOException later = assertThrows(IOException.class, () -> workers.result(second));
      assertEquals("on purpose", later.getMessage());
    }
  }

  /** As with a heap so full that not even a failure can be passed on. */
  @Test
  @Timeout(60)
  void aFailureThatCannotBePassedOnEndsTheWaiting() throws InterruptedException {
    try (Workers workers = new Workers(1)) {
      CountDownLatch chained = new CountDownLatch(1);
      CompletableFuture<Integer> first =
          workers.start(
              () -> {
                chained.await();
                throw new Unspeakable();
              });
      CompletableFuture<Integer> second = workers.startAfter(first, () -> 2);
      chained.countDown();
      for (Waiting way : new Waiting[] {workers::result, workers::settle}) {
        IllegalStateException told =
            assertThrows(IllegalStateException.class, () -> way.on(second));
        assertEquals("no room for its message", told.getMessage());
      }
    }
  }

  private interface Waiting {
    void on(CompletableFuture<Integer> task) throws IOException;
  }

  /** Whoever waits is told by an exception with this one's text in it. */
  private static final class Unspeakable extends Error {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no room for its message");
    }
  }
}
