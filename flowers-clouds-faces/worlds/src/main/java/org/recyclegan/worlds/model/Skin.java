package org.recyclegan.worlds.model;

/** One way to draw a world's state. Not safe for use from several threads at once. */
public interface Skin {

  /** The smallest side that still shows what it should, in pixels. */
  int MIN_SIZE = 16;

  /** The largest side that is drawn, in pixels. */
  int MAX_SIZE = 1024;

  /**
   * Draws a state.
   *
   * @param state in the order of {@link World#stateColumns()}
   * @param noiseSeed of the camera noise, another one for every frame
   * @return a new array of {@code 3 * size * size} bytes: RGB, HWC
   * @throws IllegalArgumentException if the state has another number of components
   */
  byte[] draw(double[] state, long noiseSeed);
}
