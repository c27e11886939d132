package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/**
 * The discriminator takes predictions from real frames for real; {@code --adversarial_loss_p} in
 * the official code is 1.
 */
final class AdversarialPredictor implements LossTerm {

  @Override
  public String name() {
    return "adversarial_predictor";
  }

  @Override
  public String label(Direction way) {
    return "adversarial_predictor_" + way.target();
  }

  @Override
  public Set<NetworkRole> needs() {
    return Set.of(NetworkRole.PREDICTOR);
  }

  @Override
  public NDArray value(Pass pass, double weight) {
    return pass.adversarial(pass.continued(), weight);
  }
}
