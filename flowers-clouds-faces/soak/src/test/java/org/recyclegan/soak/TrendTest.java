package org.recyclegan.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static List<Long> samples(long start, long rise) {
    return LongStream.range(0, 101).mapToObj(i -> start + rise * i).toList();
  }

  @Test
  void aStraightLineIsFoundExactly() {
    Trend trend = Trend.of(samples(1000, 3));
    assertEquals(1000 + 3 * 25, trend.first(), 1e-6);
    assertEquals(1300, trend.last(), 1e-6);
    assertEquals(1300, trend.largest());
  }

  @Test
  void aLeakIsNotFlatAndNoiseIs() {
    assertFalse(Trend.of(samples(1000, 3)).isFlat(2));
    assertTrue(Trend.of(samples(1000, 0)).isFlat(0));
    List<Long> noise = LongStream.range(0, 100).mapToObj(i -> 1000 + (i % 2) * 20).toList();
    assertTrue(Trend.of(noise).isFlat(0));
    assertTrue(Trend.of(samples(1000, -3)).isFlat(0));
  }

  @Test
  void theFirstQuarterMayRise() {
    List<Long> warm = LongStream.range(0, 100).mapToObj(i -> i < 25 ? 40 * i : 1000L).toList();
    assertTrue(Trend.of(warm).isFlat(0));
  }

  @Test
  void oneSampleIsFlat() {
    assertTrue(Trend.of(List.of(7L)).isFlat(0));
  }
}
