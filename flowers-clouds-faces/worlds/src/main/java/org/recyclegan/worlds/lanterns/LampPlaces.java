package org.recyclegan.worlds.lanterns;

/** Where the lanterns hang, in picture widths from the upper left corner. */
final class LampPlaces {

  private static final double PITCH = 1.0 / Lanterns.GRID;

  /** Half a lantern's width and height. */
  static final double HALF_WIDTH = 0.36 * PITCH;

  static final double HALF_HEIGHT = 0.38 * PITCH;

  private LampPlaces() {}

  static double x(int lamp) {
    return (lamp % Lanterns.GRID + 0.5) * PITCH;
  }

  static double y(int lamp) {
    return (Math.floorDiv(lamp, Lanterns.GRID) + 0.5) * PITCH;
  }

  /** The lantern in whose square a place lies. */
  static int at(double x, double y) {
    int row = (int) (y * Lanterns.GRID);
    int column = (int) (x * Lanterns.GRID);
    return row * Lanterns.GRID + column;
  }

  /** Distance from a lantern's middle: 1 on its outline. */
  static double outline(int lamp, double x, double y) {
    return Math.hypot((x - x(lamp)) / HALF_WIDTH, (y - y(lamp)) / HALF_HEIGHT);
  }
}
