package org.recyclegan.recycle.train;

import java.util.Map;

/** Told how training goes; called on the training thread, so it must be quick. */
public interface TrainListener {

  /**
   * A moment of the training.
   *
   * @param step steps done
   * @param used share of the budget used, 0 to 1
   * @param secondsLeft estimate
   * @param losses weighted terms by name, as means over the steps since the last call
   */
  record Moment(long step, double used, double secondsLeft, Map<String, Double> losses) {}

  /**
   * Called after every step.
   *
   * @param moment where training is
   */
  void reached(Moment moment);

  /**
   * Called when something worth a line happened: a checkpoint, a sample sheet.
   *
   * @param text a sentence for a person
   */
  void message(String text);
}
