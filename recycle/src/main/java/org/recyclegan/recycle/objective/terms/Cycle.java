package org.recyclegan.recycle.objective.terms;

import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.ReconstructionTerm;

/** ‖x_t − G_BA(G_AB(x_t))‖, summed over frames: equation 3. */
final class Cycle implements ReconstructionTerm {

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public String label(Direction way) {
    return "cycle_" + way.source();
  }

  @Override
  public Set<Pass.Part> parts() {
    return Set.of(Pass.Part.RETURNED_FRAMES);
  }

  @Override
  public Compared compared(Pass pass) {
    return new Compared(pass.returned(), pass.reals());
  }
}
