package org.recyclegan.recycle.objective.terms;

import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.ReconstructionTerm;

/** ‖x_{t+2} − G_BA(P_B(G_AB(x_t), G_AB(x_{t+1})))‖: equation 5. */
final class Recycle implements ReconstructionTerm {

  @Override
  public String name() {
    return "recycle";
  }

  @Override
  public String label(Direction way) {
    return "recycle_" + way.source();
  }

  @Override
  public Set<NetworkRole> needs() {
    return Set.of(NetworkRole.PREDICTOR);
  }

  @Override
  public Set<Pass.Part> parts() {
    return Set.of(Pass.Part.RETURNED_PREDICTION);
  }

  @Override
  public Compared compared(Pass pass) {
    return new Compared(pass.returnedPrediction(), pass.third());
  }
}
