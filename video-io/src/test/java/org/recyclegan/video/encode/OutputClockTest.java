package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;

class OutputClockTest {

  private static final TimeBase CENTISECONDS = new TimeBase(1, 100);

  @Test
  void sameUnitIsExact() {
    TimeBase unit = new TimeBase(1001, 30000);
    OutputClock clock = new OutputClock(unit, unit, 1);
    assertEquals(OptionalLong.of(-3), clock.ticks(-3));
    assertEquals(OptionalLong.of(Integer.MAX_VALUE + 1L), clock.ticks(Integer.MAX_VALUE + 1L));
  }

  /** Frame i of 30 a second is at i * 100/30 hundredths: after an hour still within a half. */
  @Test
  void roundingNeverAddsUp() {
    OutputClock clock = new OutputClock(new TimeBase(1, 30), CENTISECONDS, 2);
    for (int i = 0; i < 30 * 3600; i++) {
      assertEquals(i * 100 / 30.0, (double) clock.ticks(i).orElseThrow(), 0.5);
    }
  }

  @Test
  void timesThatFallOnOneTickAreKeptApartAsLongAsTheyStayWhereTheyAre() {
    OutputClock clock = new OutputClock(new TimeBase(1, 1000), CENTISECONDS, 1);
    assertEquals(OptionalLong.of(0), clock.ticks(0));
    assertEquals(OptionalLong.of(1), clock.ticks(1));
    assertEquals(OptionalLong.empty(), clock.ticks(2));
    assertEquals(OptionalLong.of(50), clock.ticks(500));
  }

  /** 240 a second in steps of two hundredths: 50 a second, none more than a hundredth away. */
  @Test
  void moreFramesThanTicksDoNotPushEachOtherOn() {
    OutputClock clock = new OutputClock(new TimeBase(1, 240), CENTISECONDS, 2);
    int shown = 0;
    long last = -2;
    for (int i = 0; i < 24_000; i++) {
      OptionalLong ticks = clock.ticks(i);
      if (ticks.isPresent()) {
        shown++;
        assertEquals(i * 100 / 240.0, (double) ticks.getAsLong(), 1.5);
        assertTrue(ticks.getAsLong() - last >= 2);
        last = ticks.getAsLong();
      }
    }
    assertEquals(5000, shown, 1);
  }

  @Test
  void aFrameLastsItsShareOfASecondAndNeverNothing() {
    TimeBase ninetyKilohertz = new TimeBase(1, 90000);
    FrameRate ntsc = new FrameRate(30000, 1001);
    assertEquals(3003, new OutputClock(ninetyKilohertz, ninetyKilohertz, 1).frameTicks(ntsc));
    assertEquals(
        1, new OutputClock(ninetyKilohertz, CENTISECONDS, 1).frameTicks(FrameRate.of(1000)));
  }
}
