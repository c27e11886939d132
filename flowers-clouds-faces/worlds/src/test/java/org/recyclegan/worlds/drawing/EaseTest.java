package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EaseTest {

  @ParameterizedTest
  @CsvSource({"2, 6, 0, 2", "2, 6, 1, 6", "2, 6, 0.25, 3", "2, 6, 1.5, 8", "6, 2, 0.25, 5"})
  void mixGoesStraightAndBeyond(double from, double to, double t, double expected) {
    assertEquals(expected, Ease.mix(from, to, t), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"-3, 0", "0, 0", "0.4, 0.4", "1, 1", "7, 1"})
  void clampKeepsToTheUnitInterval(double t, double expected) {
    assertEquals(expected, Ease.clamp(t));
  }

  /** At a quarter of the way: 3/16 - 2/64 = 10/64. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0.15625", "4, 0.5", "5, 0.84375", "6, 1", "9, 1"})
  void smoothstepIsTheCubicBetweenItsEnds(double t, double expected) {
    assertEquals(expected, Ease.smoothstep(2, 6, t), 1e-12);
  }

  @Test
  void smoothstepHasNoSlopeAtItsEnds() {
    double h = 1e-4;
    assertEquals(0, Ease.smoothstep(0, 1, h) / h, 1e-3);
    assertEquals(0, (1 - Ease.smoothstep(0, 1, 1 - h)) / h, 1e-3);
  }
}
