package org.recyclegan.worlds.faces;

import org.recyclegan.worlds.drawing.Backdrop;
import org.recyclegan.worlds.drawing.Tint;

/**
 * The proportions (in canvas units, half a picture each) and colours of a character.
 *
 * @param beard whether the man's beard and moustache are drawn, and the girl's bob is not
 */
record FaceLook(
    Skull skull,
    Eyes eyes,
    Brows brows,
    Nose nose,
    Mouth mouth,
    Colours colours,
    boolean beard,
    Backdrop.Palette place) {

  /**
   * The head as an ellipsoid and a chin below it.
   *
   * @param middle height of its middle
   * @param chinDrop how far the chin reaches below the ellipsoid
   * @param chinWidth half its width
   */
  record Skull(
      double halfWidth, double halfHeight, double middle, double chinDrop, double chinWidth) {}

  /**
   * Both eyes.
   *
   * @param apart their angle from the middle of the face, in degrees
   * @param up above the head's middle
   */
  record Eyes(double apart, double up, double halfWidth, double halfHeight, Tint iris) {}

  /**
   * Both brows.
   *
   * @param up above the eyes when at rest
   * @param travel how far they move to either side of that
   */
  record Brows(double up, double travel, double halfLength, double thickness) {}

  /**
   * The nose.
   *
   * @param down below the head's middle
   * @param ahead how far its tip is in front of the head, as a share of the head's half width
   */
  record Nose(double down, double ahead, double halfWidth, double length) {}

  /**
   * The mouth.
   *
   * @param down below the head's middle
   * @param gape half its height when wide open
   */
  record Mouth(double down, double halfWidth, double gape, double lips) {}

  /** The colours of a character. */
  record Colours(
      Tint skin, Tint blush, Tint shade, Tint hair, Tint hairLight, Tint lips, Tint cloth) {}

  static FaceLook girl() {
    return new FaceLook(
        new Skull(0.56, 0.58, 0.02, 0.05, 0.3),
        new Eyes(25, -0.08, 0.145, 0.135, Tint.of(0x3F7F5A)),
        new Brows(0.2, 0.075, 0.12, 0.026),
        new Nose(0.2, 0.16, 0.055, 0.12),
        new Mouth(0.36, 0.15, 0.1, 0.022),
        new Colours(
            Tint.of(0xF6CDB0),
            Tint.of(0xEE8E78),
            Tint.of(0x9A5A4C),
            Tint.of(0x9C3A14),
            Tint.of(0xF08A3A),
            Tint.of(0xCB5A5E),
            Tint.of(0x2F8F86)),
        /* beard= */ false,
        new Backdrop.Palette(
            Tint.of(0xBFE0DA),
            Tint.of(0x6FA8A0),
            Tint.of(0x4E8F92),
            Tint.of(0xFFF4D0),
            /* discStrength= */ 0.28));
  }

  static FaceLook man() {
    return new FaceLook(
        new Skull(0.47, 0.66, 0.08, 0.12, 0.27),
        new Eyes(27, 0.02, 0.13, 0.11, Tint.of(0x4A6FA8)),
        new Brows(0.2, 0.075, 0.135, 0.036),
        new Nose(0.17, 0.3, 0.085, 0.22),
        new Mouth(0.43, 0.15, 0.105, 0.024),
        new Colours(
            Tint.of(0xC98F66),
            Tint.of(0xB8604A),
            Tint.of(0x5E3526),
            Tint.of(0x2A2220),
            Tint.of(0x8A7A70),
            Tint.of(0x9C4A44),
            Tint.of(0x3A3F6E)),
        /* beard= */ true,
        new Backdrop.Palette(
            Tint.of(0xC79A5E),
            Tint.of(0x5A3424),
            Tint.of(0x70412A),
            Tint.of(0xFFD08A),
            /* discStrength= */ 0.26));
  }
}
