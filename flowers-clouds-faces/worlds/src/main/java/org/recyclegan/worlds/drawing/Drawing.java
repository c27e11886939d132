package org.recyclegan.worlds.drawing;

/** What stands before a camera: light at the samples of a fine grid. */
@FunctionalInterface
public interface Drawing {

  /**
   * Gives the light of a sample.
   *
   * @param row of the sample, from the top
   * @param column of the sample, from the left
   * @param channel 0 red, 1 green, 2 blue
   * @return nominally 0 to 1
   */
  double light(int row, int column, int channel);
}
