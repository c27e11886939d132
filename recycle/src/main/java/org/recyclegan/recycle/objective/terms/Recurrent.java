package org.recyclegan.recycle.objective.terms;

import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.ReconstructionTerm;

/** ‖x_{t+2} − P(x_t, x_{t+1})‖: a predictor continues real frames, equation 4. */
final class Recurrent implements ReconstructionTerm {

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
  public Compared compared(Pass pass) {
    return new Compared(pass.predictionFromReals(), pass.targetThird());
  }
}
