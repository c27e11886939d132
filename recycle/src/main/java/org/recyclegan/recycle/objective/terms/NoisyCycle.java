package org.recyclegan.recycle.objective.terms;

import ai.djl.ndarray.NDArray;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.Pass;

/**
 * ‖x_t − G_BA(G_AB(x_t) + n)‖, n normal with deviation {@value #DEVIATION}, summed over frames: a
 * cycle through which a generator can hide no faint copy of its input (Bashkirova et al., NeurIPS
 * 2019). The discriminator sees translations without noise.
 */
final class NoisyCycle implements LossTerm {

  /** On the scale of [-1, 1], as in the authors' code: 12.75 of 255 levels. */
  static final double DEVIATION = 0.1;

  @Override
  public String name() {
    return "noisy_cycle";
  }

  @Override
  public String label(Direction way) {
    return "noisy_cycle_" + way.source();
  }

  @Override
  public int ownFrames(int translated) {
    return translated;
  }

  @Override
  public NDArray value(Pass pass, double weight) {
    NDArray noise = pass.normal(name(), pass.fakes()).mul(DEVIATION);
    NDArray returned = pass.translateBack(pass.fakes().add(noise));
    return pass.distance(returned, pass.reals(), weight * pass.translatedFrames());
  }
}
