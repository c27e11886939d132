package org.recyclegan.recycle.finish.path;

/** The costs of showing one candidate directly after another. */
@FunctionalInterface
public interface TransitionCosts {

  /**
   * Returns the cost of a step.
   *
   * @param from candidate shown first
   * @param to candidate shown next
   * @return at least 0; nothing for what the target itself does
   */
  float cost(int from, int to);
}
