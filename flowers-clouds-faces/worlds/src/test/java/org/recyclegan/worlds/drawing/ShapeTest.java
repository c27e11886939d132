package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Signed distances against geometry. */
class ShapeTest {

  private static final double EXACT = 1e-12;

  @Test
  void circleIsTheDistanceFromItsMiddleLessItsRadius() {
    Shape circle = Shape.ellipse(1, 2, 0.5, 0.5);
    assertEquals(-0.5, circle.distance(1, 2), EXACT);
    assertEquals(0, circle.distance(1.5, 2), EXACT);
    assertEquals(4.5, circle.distance(4, 6), EXACT);
  }

  @Test
  void ellipseIsZeroOnItsOutline() {
    Shape ellipse = Shape.ellipse(0, 0, 2, 1);
    for (double angle = 0; angle < 6; angle += 0.5) {
      assertEquals(0, ellipse.distance(2 * Math.cos(angle), Math.sin(angle)), EXACT);
    }
    assertTrue(ellipse.distance(1.9, 0) < 0);
    assertTrue(ellipse.distance(0, 1.1) > 0);
  }

  /** A line from the origin to (4, 0), a radius of 1: beside it, beyond it, before it. */
  @Test
  void strokeIsTheDistanceFromItsLine() {
    Shape stroke = Shape.stroke(0, 0, 4, 0, 1);
    assertEquals(-1, stroke.distance(2, 0), EXACT);
    assertEquals(2, stroke.distance(2, 3), EXACT);
    assertEquals(4, stroke.distance(7, 4), EXACT);
    assertEquals(1.5, stroke.distance(-2.5, 0), EXACT);
  }

  @Test
  void strokeOfOnePointIsACircle() {
    assertEquals(4, Shape.stroke(1, 1, 1, 1, 1).distance(4, 5), EXACT);
  }

  @Test
  void andIsInsideBothAndWithoutIsInsideTheFirstOnly() {
    Shape left = Shape.ellipse(-0.5, 0, 1, 1);
    Shape right = Shape.ellipse(0.5, 0, 1, 1);
    assertTrue(left.and(right).distance(0, 0) < 0);
    assertTrue(left.and(right).distance(-1, 0) > 0);
    assertTrue(left.and(right).distance(1, 0) > 0);
    assertTrue(left.without(right).distance(-1, 0) < 0);
    assertTrue(left.without(right).distance(0, 0) > 0);
    assertTrue(left.without(right).distance(1, 0) > 0);
  }

  /** Where both are equally far the fillet adds a quarter of itself, far from there nothing. */
  @Test
  void joinedFillsTheNotchBetweenShapes() {
    Shape left = Shape.ellipse(-1, 0, 1, 1);
    Shape right = Shape.ellipse(1, 0, 1, 1);
    Shape joined = left.joined(right, 0.4);
    double away = Math.hypot(1, 2) - 1;
    assertEquals(away - 0.1, joined.distance(0, 2), EXACT);
    assertEquals(left.distance(-3, 0), joined.distance(-3, 0), EXACT);
    assertEquals(right.distance(3, 0), joined.distance(3, 0), EXACT);
  }
}
