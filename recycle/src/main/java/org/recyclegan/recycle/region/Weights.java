package org.recyclegan.recycle.region;

import org.recyclegan.video.excerpt.Box;

/** How much of a result is shown in a rectangle. */
@FunctionalInterface
interface Weights {

  /**
   * Returns the weights of a rectangle.
   *
   * @param box inside of the picture
   * @return one for each pixel, row by row: 0 for the source, 1 for the result
   */
  float[] of(Box box);
}
