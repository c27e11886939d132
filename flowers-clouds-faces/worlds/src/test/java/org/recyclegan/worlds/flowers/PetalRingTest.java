package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.flowers.PetalRing.Bend;
import org.recyclegan.worlds.flowers.PetalRing.Foot;
import org.recyclegan.worlds.flowers.PetalRing.Outline;

/**
 * Petals of a ring whose flower is flat and whose bud is straight up, on an axis that points up.
 */
class PetalRingTest {

  private static final double EXACT = 1e-9;
  private static final Vec3 EQUAL = new Vec3(0, 0, 0);
  private static final Outline OUTLINE = new Outline(0.5, 0.5, 2, 0);
  private static final Bend UPRIGHT = new Bend(0, 0, 0);
  private static final Bend FLAT = new Bend(90, 90, 0);
  private static final double LENGTH = 0.8;
  private static final double HALF_WIDTH = 0.2;
  private static final Pose POSE =
      Pose.along(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(1, 0, 0));
  private static final PetalRing RING =
      new PetalRing(4, 0, LENGTH, HALF_WIDTH, OUTLINE, UPRIGHT, FLAT, new Foot(0.1, 0.05));

  /** The middle of a petal's end: u = 0, v = 1. */
  private static Vec3 tip(Surface petal) {
    return petal.points[petal.index(petal.rows, petal.columns / 2)];
  }

  private static void assertPoint(double x, double y, double z, Vec3 found) {
    assertEquals(x, found.x(), EXACT, found.toString());
    assertEquals(y, found.y(), EXACT, found.toString());
    assertEquals(z, found.z(), EXACT, found.toString());
  }

  @Test
  void poseTurnsTheAxisAndKeepsRight() {
    Pose pose = Pose.along(new Vec3(1, 2, 3), new Vec3(0, 5, 0), new Vec3(2, 1, 0));
    assertPoint(0, 1, 0, pose.axis());
    assertPoint(1, 0, 0, pose.right());
    assertPoint(0, 0, 1, pose.front());
    assertPoint(1 + 2, 2 + 7, 3, pose.around(0, 2, 0, 7));
    assertPoint(1, 2, 3 + 2, pose.around(Math.PI / 2, 2, 0, 0));
    assertPoint(1, 2, 3 + 4, pose.around(0, 0, 4, 0));
  }

  @Test
  void anOpenPetalLiesFlatAtItsLength() {
    assertPoint(0.1 + LENGTH, 0.05, 0, tip(RING.petal(0, 1, POSE, EQUAL)));
  }

  @Test
  void petalsStandEvenlyAroundTheAxis() {
    double reach = 0.1 + LENGTH;
    assertPoint(0, 0.05, reach, tip(RING.petal(1, 1, POSE, EQUAL)));
    assertPoint(-reach, 0.05, 0, tip(RING.petal(2, 1, POSE, EQUAL)));
    assertPoint(0, 0.05, -reach, tip(RING.petal(3, 1, POSE, EQUAL)));
  }

  @Test
  void aBudStandsUprightAtFourFifthsOfTheLength() {
    assertPoint(0.1, 0.05 + 0.8 * LENGTH, 0, tip(RING.petal(0, 0, POSE, EQUAL)));
  }

  /** Half open the centre line leans by 45 degrees, at nine tenths of the length. */
  @Test
  void halfOpenIsHalfWay() {
    double part = 0.9 * LENGTH * Math.sqrt(0.5);
    assertPoint(0.1 + part, 0.05 + part, 0, tip(RING.petal(0, 0.5, POSE, EQUAL)));
    assertEquals(new Bend(45, 45, 0), UPRIGHT.towards(FLAT, 0.5));
  }

  @Test
  void aPetalIsAsWideAsItsOutline() {
    Surface petal = RING.petal(0, 1, POSE, EQUAL);
    for (int row = 0; row <= petal.rows; row++) {
      double width = HALF_WIDTH * OUTLINE.halfWidthAt(petal.v(row));
      assertEquals(-width, petal.points[petal.index(row, 0)].z(), EXACT);
      assertEquals(width, petal.points[petal.index(row, petal.columns)].z(), EXACT);
    }
  }

  @Test
  void theOutlineGoesFromNeckOverBellyToTip() {
    assertEquals(0.5, OUTLINE.halfWidthAt(0), EXACT);
    assertEquals(Math.sqrt(1 - 0.495 * 0.495), OUTLINE.halfWidthAt(0.5), EXACT);
    assertEquals(Math.sqrt(1 - 0.99 * 0.99), OUTLINE.halfWidthAt(1), EXACT);
  }

  /** Turned by 0.12 of a petal, 6 % longer, lifted by up to 7 degrees towards the axis's back. */
  @Test
  void petalsDifferFromTheirSisters() {
    Vec3 longer = tip(RING.petal(0, 1, POSE, new Vec3(0, 1, 0)));
    assertEquals(0.1 + 1.06 * LENGTH, longer.x(), EXACT);
    Vec3 turned = tip(RING.petal(0, 1, POSE, new Vec3(1, 0, 0)));
    assertEquals(Math.tan(2 * Math.PI * 0.12 / 4), turned.z() / turned.x(), EXACT);
    Vec3 lifted = tip(RING.petal(0, 1, POSE, new Vec3(0, 0, 1)));
    assertTrue(lifted.y() < 0.05 && lifted.y() > 0.05 - LENGTH * Math.sin(Math.toRadians(7)));
  }

  /** Rolled fully, an edge keeps its distance from the axis. */
  @Test
  void aRolledPetalLiesOnACylinder() {
    PetalRing rolled =
        new PetalRing(
            4, 0, LENGTH, HALF_WIDTH, OUTLINE, UPRIGHT, new Bend(0, 0, 1), new Foot(0.3, 0));
    Surface petal = rolled.petal(0, 1, POSE, EQUAL);
    for (Vec3 point : petal.points) {
      assertEquals(0.3, Math.hypot(point.x(), point.z()), EXACT, point.toString());
    }
  }
}
