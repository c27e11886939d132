package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;

final class TimeDriftTest {

  private static final VideoInfo OUTPUT = VideoInfo.constantRate(4, 4, FrameRate.of(25));

  private static Frame at(long pts) {
    return new Frame(4, 4, new byte[48], pts);
  }

  private static TimeDrift drift(VideoInfo other, long... pts) {
    TimeDrift drift = new TimeDrift(OUTPUT, other);
    for (int i = 0; i < pts.length; i++) {
      drift.add(at(i), at(pts[i]));
    }
    return drift;
  }

  @Test
  void framesOfDifferentDurationsAreNoticed() {
    String warning = drift(OUTPUT, 0, 1, 4, 5).warning("source").orElseThrow();
    assertTrue(warning.contains("source") && warning.contains("80 ms"), warning);
  }

  @Test
  void aLaterStartIsNone() {
    assertEquals(Optional.empty(), drift(OUTPUT, 100, 101, 102).warning("source"));
  }

  @Test
  void anotherRateIsSaidElsewhere() {
    VideoInfo slow = VideoInfo.constantRate(4, 4, FrameRate.of(5));
    assertEquals(Optional.empty(), drift(slow, 0, 1, 2).warning("source"));
  }
}
