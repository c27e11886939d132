package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * A term that compares frames with those that they should be, summed over the frames of a triplet.
 * Its error is measured on held-out triplets too.
 */
public interface ReconstructionTerm extends LossTerm {

  /**
   * What is compared, both (F·N, 3, H, W) in [-1, 1].
   *
   * @param made by networks
   * @param truth from the videos
   */
  record Compared(NDArray made, NDArray truth) {}

  /** Returns what the term compares. */
  Compared compared(Pass pass);

  @Override
  default NDArray value(Pass pass, double weight) {
    Compared compared = compared(pass);
    int frames = TensorOps.rowCount(compared.made()) / pass.samples();
    return pass.distance(compared.made(), compared.truth(), weight * frames);
  }
}
