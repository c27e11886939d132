package org.recyclegan.worlds.drawing;

/** The colour of every place of a shape. */
@FunctionalInterface
public interface Paint {

  /**
   * Gives a colour.
   *
   * @param x to the right
   * @param y upwards
   */
  Tint at(double x, double y);
}
