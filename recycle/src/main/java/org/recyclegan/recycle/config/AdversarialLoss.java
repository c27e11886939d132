package org.recyclegan.recycle.config;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import org.recyclegan.recycle.nn.TensorOps;

/** How far a discriminator's judgement is from the one that is wanted. */
public enum AdversarialLoss {
  /** Mean square of the judgement's distance to 1 or 0 (Mao et al., ICCV 2017): the code's. */
  LEAST_SQUARES,
  /**
   * Cross-entropy of the judgement's sigmoid: the paper's equation 2, in the form that generators
   * can learn from, which labels their frames as real (Goodfellow et al., NIPS 2014, section 3).
   */
  CROSS_ENTROPY;

  /**
   * Computes the loss.
   *
   * @param judged a discriminator's output, unbounded
   * @param real whether 1 or 0 is wanted
   * @return a scalar
   */
  public NDArray compute(
      NDManager step, TensorOps ops, NDArray judged, boolean real, double weight) {
    return switch (this) {
      case LEAST_SQUARES -> ops.meanSquare(step, judged, real ? 1 : 0, weight);
      case CROSS_ENTROPY -> ops.crossEntropy(step, judged, real, weight);
    };
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return for example {@code least-squares}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
