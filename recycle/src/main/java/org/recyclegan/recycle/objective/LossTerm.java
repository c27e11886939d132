package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;

/** One term of what generators and predictors learn from, for one way there and back. */
public interface LossTerm {

  /** Returns the name that its weight has in a configuration. */
  String name();

  /** Returns what its value is called on a way, for example {@code recycle_a}. */
  String label(Direction way);

  /** Returns the networks that it needs beside those that every run has. */
  default Set<NetworkRole> needs() {
    return Set.of();
  }

  /** Returns what it takes from the pass that is not computed unless a term wants it. */
  default Set<Pass.Part> parts() {
    return Set.of();
  }

  /**
   * Returns how many frames of a triplet it sends through a generator by itself: what {@link
   * #parts()} does not say, for the estimate of memory.
   *
   * @param translated frames of a triplet that the pass translates
   */
  default int ownFrames(int translated) {
    return 0;
  }

  /**
   * Computes the term.
   *
   * @param weight above 0, to multiply by
   * @return a scalar in the graph
   */
  NDArray value(Pass pass, double weight);
}
