package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {

  /** The rounded rates of television are SMPTE's fractions; every other decimal is what it says. */
  @ParameterizedTest
  @CsvSource({
    "29.97, 30000, 1001, true",
    "23.976, 24000, 1001, true",
    "23.98, 24000, 1001, true",
    "23.97, 24000, 1001, true",
    "59.94, 60000, 1001, true",
    "59.9401, 60000, 1001, true",
    "119.88, 120000, 1001, true",
    "47.952, 48000, 1001, true",
    "14.985, 15000, 1001, true",
    "12.5, 25, 2, false",
    "25.0, 25, 1, false",
    "7.25, 29, 4, false",
    "29.5, 59, 2, false",
    "29.90, 299, 10, false",
    "30, 30, 1, false",
    "30000/1001, 30000, 1001, false",
  })
  void isReadAsPeopleWriteIt(String text, int num, int den, boolean rounded) {
    FrameRate rate = FrameRate.parse(text);
    assertEquals(new FrameRate(num, den), rate);
    assertEquals(rounded, rate.isRoundedBy(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-25", "29,97", "1/0", "fast", "1e3", ".5", "123456.5"})
  void whatIsNoRateIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> FrameRate.parse(text));
  }
}
