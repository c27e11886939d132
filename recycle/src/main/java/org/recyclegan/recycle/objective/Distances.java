package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.Reconstruction;
import org.recyclegan.recycle.nn.TensorOps;

/** The distances that losses are made of, as scalars of a graph. */
final class Distances {

  private Distances() {}

  /**
   * Computes a weight times the distance of a judgement to the one that is wanted.
   *
   * @param judged a discriminator's output, unbounded
   * @param real whether 1 or 0 is wanted
   */
  static NDArray judged(
      AdversarialLoss loss,
      NDManager step,
      TensorOps ops,
      NDArray judged,
      boolean real,
      double weight) {
    return switch (loss) {
      case LEAST_SQUARES -> ops.meanSquare(step, judged, real ? 1 : 0, weight);
      case CROSS_ENTROPY -> ops.crossEntropy(step, judged, real, weight);
    };
  }

  /** Computes a weight times the difference of two frames. */
  static NDArray between(
      Reconstruction norm, NDManager step, TensorOps ops, NDArray x, NDArray y, double weight) {
    return switch (norm) {
      case L1 -> ops.l1(step, x, y, weight);
      case L2 -> ops.l2(step, x, y, weight);
    };
  }
}
