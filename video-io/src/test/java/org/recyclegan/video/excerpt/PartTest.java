package org.recyclegan.video.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "10.5, 10.5",
    "0:10, 10",
    "00:10.50, 10.5",
    "1:02:03.5, 3723.5",
    "90:00, 5400",
    "100, 100",
    "0, 0",
    "0.000, 0",
  })
  void aTimeIsSecondsHoweverItIsWritten(String text, String seconds) {
    TimePoint moment = TimePoint.parse(text);
    assertFalse(moment.frame());
    assertEquals(0, moment.value().compareTo(new BigDecimal(seconds)));
    assertEquals(seconds, moment.toString());
  }

  @Test
  void aFrameIsANumberWithAnF() {
    assertEquals(TimePoint.ofFrame(240), TimePoint.parse("240f"));
    assertEquals("240f", TimePoint.parse("240f").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ten", "-1", "1:75", "1:60:00", "1:2:3:4", "1.5f", "f", "1,5", "1e3", "10s"})
  void whatIsNoMomentIsNamed(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TimePoint.parse(text));
    assertTrue(e.getMessage().contains("'" + text + "'"), e::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "0:10-0:20, 10-20",
    "10-, 10-",
    "-20, -20",
    "240f-1:30, 240f-90",
    "-240f, -240f",
  })
  void aPartHasADash(String text, String canonical) {
    assertEquals(canonical, Part.parse(text).toString());
    assertEquals(Part.parse(text), Part.parse(canonical));
  }

  @Test
  void theWholeHasNoBounds() {
    assertTrue(Part.between(null, null).isAll());
    assertEquals(new Part(Optional.empty(), Optional.of(TimePoint.ofFrame(3))), Part.parse("-3f"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "10", "20-10", "10-10", "10f-10f", "10-20-30", "1:00-30"})
  void whatIsNoPartIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Part.parse(text));
  }

  /** Which of them is first only the video can tell. */
  @Test
  void aTimeAndAFrameAreNotCompared() {
    assertEquals("20-10f", Part.parse("20-10f").toString());
  }
}
