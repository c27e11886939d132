package org.recyclegan.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ElapsedTimeTest {

  private long now = Long.MAX_VALUE - 5;

  @Test
  void whatGoesBackwardsDoesNotCountAndWhatComesAfterDoes() {
    ElapsedTime time = new ElapsedTime(() -> now);
    assertEquals(0, time.nanos());
    // System.nanoTime() may overflow: only differences mean something.
    now += 1_000_000_000;
    assertEquals(1, time.seconds());
    now -= 3_600_000_000_000L;
    assertEquals(1, time.seconds());
    now += 500_000_000;
    assertEquals(1.5, time.seconds());
    assertEquals(1_500_000_000, time.nanos());
  }
}
