package org.recyclegan.cli.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void aSettingBecomesItsOption() {
    assertEquals(
        "Raise --max-pixels, or omit --tile.",
        Settings.asOptions("Raise `max-pixels`, or omit `tile`."));
  }

  @Test
  void whatIsQuotedOtherwiseStays() {
    assertEquals("say `recycle demo` or `X`", Settings.asOptions("say `recycle demo` or `X`"));
  }
}
