package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/** ‖x_t − G_AB(x_t)‖ of frames of the target, summed over frames: CycleGAN, section 5.2. */
final class Identity implements LossTerm {

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String label(Direction way) {
    return "identity_" + way.target();
  }

  @Override
  public Set<Pass.Part> parts() {
    return Set.of(Pass.Part.OWN_FRAMES);
  }

  @Override
  public NDArray value(Pass pass, double weight) {
    return pass.distance(pass.own(), pass.targetReals(), weight * pass.translatedFrames());
  }
}
