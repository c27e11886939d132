package org.recyclegan.worlds.flowers;

import org.recyclegan.worlds.drawing.Tint;

/** The colour of a surface before light falls on it. */
@FunctionalInterface
interface Material {

  /**
   * Gives the colour of a place on the surface.
   *
   * @param u across, -1 to 1
   * @param v along, 0 to 1
   * @param inside whether the viewer sees the side that faces the axis
   */
  Tint at(double u, double v, boolean inside);
}
