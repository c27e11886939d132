package org.recyclegan.worlds.streets;

import org.recyclegan.worlds.drawing.Tint;

/**
 * How a condition looks.
 *
 * @param skyHigh at the upper edge
 * @param skyLow at the horizon
 * @param light that falls on everything
 * @param haze share of the sky's colour that 100 metres add
 * @param snow how white the ground is, 0 to 1
 * @param wet how much the road mirrors, 0 to 1
 * @param dark how much lamps and windows shine, 0 to 1
 */
record Weather(
    Tint skyHigh, Tint skyLow, Tint light, double haze, double snow, double wet, double dark) {

  static Weather of(Condition condition) {
    return switch (condition) {
      case DAY -> weather(0x3E86D0, 0xC4DFF0, 0xFFFBF0, 0.35, 0, 0, 0);
      case SUNSET -> weather(0x5A5A98, 0xFFA860, 0xFFB884, 0.6, 0, 0, 0.25);
      case RAIN -> weather(0x7A848E, 0xB0BAC0, 0xB8C0C6, 1.0, 0, 0.75, 0.2);
      case SNOW -> weather(0xA4AEBC, 0xD6DCE4, 0xD0D6E0, 1.2, 0.85, 0.1, 0);
      case NIGHT -> weather(0x080C1E, 0x242A4A, 0x3C4268, 0.5, 0, 0.15, 1);
    };
  }

  private static Weather weather(
      int high, int low, int light, double haze, double snow, double wet, double dark) {
    return new Weather(Tint.of(high), Tint.of(low), Tint.of(light), haze, snow, wet, dark);
  }
}
