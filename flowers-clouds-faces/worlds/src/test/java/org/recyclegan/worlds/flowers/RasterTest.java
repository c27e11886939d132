package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.drawing.Tint;

/**
 * Flat sheets that face the viewer, under a sky that changes no colour on the side turned to it.
 */
class RasterTest {

  private static final int SIDE = 50;
  private static final double ZOOM = 1.24;

  /** The sky loses 15 % on what faces the viewer. */
  private static final double FACING = 0.85;

  private static final Tint RED = new Tint(1, 0, 0);
  private static final Tint GREEN = new Tint(0, 1, 0);

  private final Raster raster = emptyRaster();

  private static Raster emptyRaster() {
    Tint none = new Tint(0, 0, 0);
    Raster raster = new Raster(SIDE, new Light(new Vec3(0, 0, 1), none, new Tint(1, 1, 1)));
    raster.clear();
    return raster;
  }

  /** A square of a half side around a middle, at a depth. */
  private static Surface square(double x, double y, double half, double depth) {
    return Surface.of(2, 2, (u, v) -> new Vec3(x + half * u, y + half * (2 * v - 1), depth));
  }

  private static int pixel(double x, double y) {
    int column = (int) ((1 + ZOOM * x) * 0.5 * SIDE);
    int row = (int) ((1 - ZOOM * y) * 0.5 * SIDE);
    return row * SIDE + column;
  }

  private int covered() {
    int covered = 0;
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      covered += raster.covered(pixel) ? 1 : 0;
    }
    return covered;
  }

  @Test
  void aSquareCoversItsAreaWithoutGaps() {
    raster.draw(square(0, 0, 0.5, 0), (u, v, inside) -> RED);
    double side = ZOOM * 0.5 * SIDE;
    assertEquals(side * side, covered(), 2 * side);
    for (double x = -0.45; x < 0.46; x += 0.05) {
      assertTrue(raster.covered(pixel(x, -x / 2)), "hole at " + x);
    }
    assertFalse(raster.covered(pixel(0.6, 0)));
    assertFalse(raster.covered(pixel(0, -0.6)));
    assertEquals(SIDE, raster.side());
  }

  @Test
  void upIsUpAndRightIsRight() {
    raster.draw(square(0.5, 0.5, 0.1, 0), (u, v, inside) -> RED);
    assertTrue(raster.covered(pixel(0.5, 0.5)));
    assertTrue(pixel(0.5, 0.5) / SIDE < SIDE / 2, "in the upper half");
    assertFalse(raster.covered(pixel(-0.5, 0.5)));
    assertFalse(raster.covered(pixel(0.5, -0.5)));
  }

  @Test
  void theNearerSheetWinsInAnyOrder() {
    for (boolean nearFirst : new boolean[] {true, false}) {
      Raster drawn = emptyRaster();
      Surface near = square(0, 0, 0.3, 0.5);
      Surface far = square(0, 0, 0.5, -0.5);
      drawn.draw(nearFirst ? near : far, (u, v, inside) -> nearFirst ? RED : GREEN);
      drawn.draw(nearFirst ? far : near, (u, v, inside) -> nearFirst ? GREEN : RED);
      assertEquals(FACING, drawn.channel(pixel(0, 0), 0), 1e-6);
      assertEquals(0, drawn.channel(pixel(0, 0), 1), 1e-6);
      assertEquals(FACING, drawn.channel(pixel(0.42, 0), 1), 1e-6);
    }
  }

  @Test
  void materialsKnowWhereTheyAre() {
    raster.draw(square(0, 0, 0.5, 0), (u, v, inside) -> new Tint(0.5 + 0.5 * u, v, 0));
    int pixel = pixel(0.25, 0);
    double x = (pixel % SIDE + 0.5) / (0.5 * SIDE * ZOOM) - 1 / ZOOM;
    double y = 1 / ZOOM - (Math.floorDiv(pixel, SIDE) + 0.5) / (0.5 * SIDE * ZOOM);
    assertEquals(FACING * (0.5 + x), raster.channel(pixel, 0), 1e-5);
    assertEquals(FACING * (0.5 + y), raster.channel(pixel, 1), 1e-5);
  }

  /** Mirrored left to right, the sheet shows its other side. */
  @Test
  void bothSidesAreToldApart() {
    boolean[] seen = new boolean[2];
    raster.draw(
        square(0, 0, 0.5, 0),
        (u, v, inside) -> {
          seen[0] = inside;
          return RED;
        });
    raster.draw(
        Surface.of(2, 2, (u, v) -> new Vec3(-0.5 * u, 0.5 * (2 * v - 1), 1)),
        (u, v, inside) -> {
          seen[1] = inside;
          return RED;
        });
    assertTrue(seen[0] != seen[1]);
    assertEquals(FACING, raster.channel(pixel(0, 0), 0), 1e-6, "lit as what faces the viewer");
  }

  @Test
  void clearForgetsDepthsAndWhatLiesOutsideIsCutOff() {
    raster.draw(square(0, 0, 3, 9), (u, v, inside) -> RED);
    assertEquals(SIDE * SIDE, covered());
    raster.clear();
    assertEquals(0, covered());
    raster.draw(square(0, 0, 0.2, -9), (u, v, inside) -> GREEN);
    assertEquals(FACING, raster.channel(pixel(0, 0), 1), 1e-6);
  }

  @Test
  void aSheetSeenFromItsEdgeCoversNothing() {
    raster.draw(Surface.of(1, 1, (u, v) -> new Vec3(0, v, u)), (u, v, inside) -> RED);
    assertEquals(0, covered());
  }
}
