package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/** ‖x_{t+2} − P(x_t, x_{t+1})‖: a predictor continues real frames, equation 4. */
final class Recurrent implements LossTerm {

  @Override
  public String name() {
    return "recurrent";
  }

  @Override
  public String label(Direction way) {
    return "recurrent_" + way.target();
  }

  @Override
  public Set<NetworkRole> needs() {
    return Set.of(NetworkRole.PREDICTOR);
  }

  @Override
  public NDArray value(Pass pass, double weight) {
    return pass.distance(pass.predictionFromReals(), pass.targetThird(), weight);
  }
}
