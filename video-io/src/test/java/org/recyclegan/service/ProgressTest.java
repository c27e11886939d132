package org.recyclegan.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  /** The seconds are rounded first, so that no minute has sixty of them. */
  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "0.4, 0:00",
    "0.5, 0:01",
    "59.4, 0:59",
    "59.6, 1:00",
    "61, 1:01",
    "754, 12:34",
    "3599.4, 59:59",
    "3599.6, 1:00:00",
    "3600, 1:00:00",
    "3661, 1:01:01",
    "90061, 25:01:01",
  })
  void timesAreWrittenAsPeopleDo(double seconds, String text) {
    assertEquals(text, Progress.duration(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 10, NaN, false",
    "10, 10, NaN, true",
    // More frames than the header announced.
    "11, 10, NaN, true",
    // A budget of minutes: only the share tells.
    "5, 9223372036854775807, 0.999, false",
    "5, 9223372036854775807, 1, true",
    "5, 9223372036854775807, NaN, false",
  })
  void theEndIsKnownByCountOrByShare(long done, long total, double share, boolean last) {
    assertEquals(last, new Progress("step", done, total, share, Double.NaN, Map.of()).isLast());
  }

  @Test
  void countingAloneKnowsNeitherShareNorTime() {
    Progress counted = Progress.of("frame", 2, 5);
    assertEquals(new Progress("frame", 2, 5, Double.NaN, Double.NaN, Map.of()), counted);
  }
}
