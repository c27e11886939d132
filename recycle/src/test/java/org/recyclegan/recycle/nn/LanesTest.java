package org.recyclegan.recycle.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LanesTest {

  @Test
  void computationsRunAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Supplier<Boolean> meet =
        () -> {
          both.countDown();
          try {
            both.await();
            return true;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try (Lanes lanes = new Lanes(2, () -> {})) {
      assertEquals(List.of(true, true), lanes.run(List.of(meet, meet)));
    }
  }

  @Test
  void oneThreadIsTheCallers() {
    try (Lanes lanes = new Lanes(1, () -> {})) {
      Thread here = Thread.currentThread();
      lanes.run(List.of(Thread::currentThread)).forEach(t -> assertSame(here, t));
    }
  }

  /** Otherwise a lane would wait for itself. */
  @Test
  void whatDividesItselfInALaneStaysInIt() {
    try (Lanes lanes = new Lanes(2, () -> {})) {
      Supplier<List<Thread>> divided =
          () -> lanes.run(List.of(Thread::currentThread, Thread::currentThread));
      List<List<Thread>> threads = lanes.run(List.of(divided, divided));
      assertSame(threads.get(0).get(0), threads.get(0).get(1));
      assertSame(threads.get(1).get(0), threads.get(1).get(1));
      assertNotSame(threads.get(0).get(0), threads.get(1).get(0));
    }
  }

  @Test
  void failuresComeOutAfterAllHaveEnded() {
    boolean[] ended = new boolean[1];
    try (Lanes lanes = new Lanes(2, () -> {})) {
      Supplier<Boolean> failing =
          () -> {
            throw new IllegalStateException("on purpose");
          };
      Supplier<Boolean> ending = () -> ended[0] = true;
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> lanes.run(List.of(failing, ending)));
      assertEquals("on purpose", e.getMessage());
      assertEquals(true, ended[0]);
    }
  }
}
