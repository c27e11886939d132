package org.recyclegan.eval;

import java.util.OptionalLong;

/** Receives the progress of an evaluation. Called after each frame, on the evaluating thread. */
@FunctionalInterface
public interface EvaluationListener {

  /** Ignores all events. */
  EvaluationListener NONE = (done, total) -> {};

  /**
   * Called when a frame is done.
   *
   * @param done how many are
   * @param total the expected number, if the output's container states it; an estimate
   */
  void frameDone(long done, OptionalLong total);
}
