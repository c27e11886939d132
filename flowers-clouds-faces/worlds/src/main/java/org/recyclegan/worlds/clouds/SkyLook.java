package org.recyclegan.worlds.clouds;

import org.recyclegan.worlds.drawing.Tint;

/**
 * The colours of a time of day, each as it is under a veil and when clear.
 *
 * @param zenith of the sky at the upper edge
 * @param horizon of the sky at the lower edge
 * @param lit of a cloud that the sun reaches
 * @param shaded of a cloud's far side
 * @param sunX where the light comes from, to the right, length 1 with {@code sunY}
 * @param sunY where the light comes from, downwards
 * @param glow how much thin cloud lights up around its edges
 */
record SkyLook(
    Pair zenith, Pair horizon, Pair lit, Pair shaded, double sunX, double sunY, double glow) {

  /** A colour that follows the light. */
  record Pair(Tint veiled, Tint clear) {
    Tint at(double light) {
      return veiled.mix(clear, light);
    }

    static Pair of(int veiled, int clear) {
      return new Pair(Tint.of(veiled), Tint.of(clear));
    }
  }

  static SkyLook noon() {
    return new SkyLook(
        Pair.of(0x4F7FAE, 0x2468BE),
        Pair.of(0x93B4CC, 0x7FB6E6),
        Pair.of(0xC9CFD4, 0xFFFDF6),
        Pair.of(0x6E7A88, 0x8394AE),
        -0.6,
        -0.8,
        0.1);
  }

  static SkyLook dusk() {
    return new SkyLook(
        Pair.of(0x1C2650, 0x35386E),
        Pair.of(0x5A4A72, 0xE8895A),
        Pair.of(0x9A6A80, 0xFFB36B),
        Pair.of(0x1F1B38, 0x5A2F55),
        0.25,
        0.97,
        0.3);
  }
}
