package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;

class OutputClockTest {

  private static final TimeBase CENTISECONDS = new TimeBase(1, 100);

  @Test
  void sameUnitIsExact() {
    TimeBase unit = new TimeBase(1001, 30000);
    OutputClock clock = new OutputClock(unit, unit);
    assertEquals(-3, clock.ticks(-3));
    assertEquals(Integer.MAX_VALUE + 1L, clock.ticks(Integer.MAX_VALUE + 1L));
  }

  /** Frame i of 30 a second is at i * 100/30 hundredths: after an hour still within a half. */
  @Test
  void roundingNeverAddsUp() {
    OutputClock clock = new OutputClock(new TimeBase(1, 30), CENTISECONDS);
    for (int i = 0; i < 30 * 3600; i++) {
      assertEquals(i * 100 / 30.0, (double) clock.ticks(i), 0.5);
    }
  }

  @Test
  void timesThatFallOnOneTickAreKeptApart() {
    OutputClock clock = new OutputClock(new TimeBase(1, 1000), CENTISECONDS);
    assertEquals(0, clock.ticks(0));
    assertEquals(1, clock.ticks(1));
    assertEquals(2, clock.ticks(2));
    assertEquals(50, clock.ticks(500));
  }

  @Test
  void aFrameLastsItsShareOfASecondAndNeverNothing() {
    TimeBase ninetyKilohertz = new TimeBase(1, 90000);
    FrameRate ntsc = new FrameRate(30000, 1001);
    assertEquals(3003, new OutputClock(ninetyKilohertz, ninetyKilohertz).frameTicks(ntsc));
    assertEquals(1, new OutputClock(ninetyKilohertz, CENTISECONDS).frameTicks(FrameRate.of(1000)));
  }
}
