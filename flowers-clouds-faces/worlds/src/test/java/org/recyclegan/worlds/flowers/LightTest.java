package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.drawing.Tint;

/** Light on a sheet, against values solved by hand. */
class LightTest {

  private static final double EXACT = 1e-12;
  private static final Tint SUN = new Tint(1, 0.5, 0);
  private static final Tint NO_SKY = new Tint(0, 0, 0);
  private static final Tint WHITE = new Tint(1, 1, 1);
  private static final Vec3 TO_VIEWER = new Vec3(0, 0, 1);

  /** Sun, normal and viewer in one line: all of the sun, and all of the sheen. */
  @Test
  void aSheetThatFacesTheSunGetsAllOfIt() {
    Tint lit = new Light(TO_VIEWER, SUN, NO_SKY).on(WHITE, TO_VIEWER);
    assertEquals(1.12, lit.r(), EXACT);
    assertEquals(0.56, lit.g(), EXACT);
    assertEquals(0, lit.b(), EXACT);
  }

  @Test
  void theNormalsLengthDoesNotCount() {
    Light light = new Light(TO_VIEWER, SUN, WHITE);
    assertEquals(light.on(WHITE, TO_VIEWER), light.on(WHITE, TO_VIEWER.times(5)));
  }

  /** The sun from the right: it wraps by 0.35 / 1.35; the half-way vector is at 45 degrees. */
  @Test
  void lightWrapsPastTheEdgeOfTheShadow() {
    Tint lit = new Light(new Vec3(1, 0, 0), SUN, NO_SKY).on(new Tint(0.5, 1, 1), TO_VIEWER);
    double sheen = 0.12 * Math.pow(0.5, 6);
    assertEquals(0.5 * 0.35 / 1.35 + sheen, lit.r(), EXACT);
    assertEquals(0.5 * 0.35 / 1.35 + 0.5 * sheen, lit.g(), EXACT);
  }

  /** The sun nearly behind: nothing of it falls on the front, six tenths come through. */
  @Test
  void someLightShinesThroughFromBehind() {
    Vec3 behind = new Vec3(0, 0.6, -0.8);
    Tint lit = new Light(behind, SUN, NO_SKY).on(WHITE, TO_VIEWER);
    Vec3 half = behind.plus(TO_VIEWER).unit();
    assertEquals(0.6 * 0.8 + 0.12 * Math.pow(half.z(), 12), lit.r(), EXACT);
  }

  @Test
  void theSkyIsBrighterFromAbove() {
    Light light = new Light(TO_VIEWER, NO_SKY, WHITE);
    assertEquals(1, light.on(WHITE, new Vec3(0, 1, 0)).r(), EXACT);
    assertEquals(0.85, light.on(WHITE, TO_VIEWER).r(), EXACT);
    assertEquals(0.7, light.on(WHITE, new Vec3(0, -1, 0)).r(), EXACT);
    assertTrue(light.on(new Tint(0, 1, 1), TO_VIEWER).r() == 0, "black reflects nothing");
  }
}
