package org.recyclegan.recycle;

import java.io.IOException;

/** Training produced a loss that is not a finite number; the step was not applied. */
public final class DivergenceException extends IOException {

  private static final long serialVersionUID = 1L;

  DivergenceException(String term, double value, long step) {
    super(
        "Training diverged at step "
            + step
            + ": the loss "
            + term
            + " is "
            + value
            + ". The last checkpoint is intact. Train again with a lower learning rate or another"
            + " seed.");
  }
}
