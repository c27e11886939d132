package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/** ‖x_t − G_BA(G_AB(x_t))‖, summed over frames: equation 3. */
final class Cycle implements LossTerm {

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
  public NDArray value(Pass pass, double weight) {
    return pass.distance(pass.returned(), pass.reals(), weight * pass.translatedFrames());
  }
}
