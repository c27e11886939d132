package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/** The target's discriminator takes translations for real frames: equation 2 of the paper. */
final class Adversarial implements LossTerm {

  @Override
  public String name() {
    return "adversarial";
  }

  @Override
  public String label(Direction way) {
    return "adversarial_" + way.source() + way.target();
  }

  @Override
  public NDArray value(Pass pass, double weight) {
    return pass.adversarial(pass.judged(), weight);
  }
}
