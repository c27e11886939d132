package org.recyclegan.eval;

import java.util.OptionalLong;

/** Hears how far an evaluation is. Called after each frame, on the thread that evaluates. */
@FunctionalInterface
public interface EvaluationListener {

  /** Hears nothing. */
  EvaluationListener NONE = (done, total) -> {};

  /**
   * Hears that a frame is done.
   *
   * @param done how many are
   * @param total how many there will be, where the output's container says so; an estimate
   */
  void frameDone(long done, OptionalLong total);
}
