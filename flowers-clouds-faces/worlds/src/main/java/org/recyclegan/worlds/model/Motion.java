package org.recyclegan.worlds.model;

/** A world's hidden state as a smooth function of time. */
@FunctionalInterface
public interface Motion {

  /**
   * Returns the state at a moment.
   *
   * @param seconds since the start, not negative
   * @return a new array in the order of {@link World#stateColumns()}
   */
  double[] at(double seconds);
}
