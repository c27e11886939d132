package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoseTest {

  private static final double EXACT = 1e-12;

  private static void assertAt(double x, double y, double z, Vec3 found) {
    assertEquals(x, found.x(), EXACT);
    assertEquals(y, found.y(), EXACT);
    assertEquals(z, found.z(), EXACT);
  }

  /** Right is x, up is y: what is in front is towards the viewer, z. */
  @Test
  void uprightThingsFaceTheViewer() {
    Pose pose = Pose.along(new Vec3(1, 2, 3), new Vec3(0, 5, 0), new Vec3(2, 7, 0));
    assertAt(0, 1, 0, pose.axis());
    assertAt(1, 0, 0, pose.right());
    assertAt(0, 0, 1, pose.front());
    assertAt(1 + 4, 2 + 6, 3 + 5, pose.around(0, 4, 5, 6));
    // A quarter turn: the radial part is in front, the tangential one to the left.
    assertAt(1 - 5, 2 + 6, 3 + 4, pose.around(Math.PI / 2, 4, 5, 6));
  }

  /** A plane with rows up and columns to the right: up cross right points away, to -z. */
  @Test
  void aFlatSheetHasOneNormalToItsEdges() {
    Surface sheet = Surface.of(2, 4, (u, v) -> new Vec3(3 * u, 2 * v, 7));
    assertEquals(3 * 5, sheet.points.length);
    assertAt(-3, 0, 7, sheet.points[0]);
    assertAt(3, 0, 7, sheet.points[4]);
    assertAt(-3, 1, 7, sheet.points[5]);
    for (Vec3 normal : sheet.normals) {
      assertAt(0, 0, -1, normal);
    }
  }
}
