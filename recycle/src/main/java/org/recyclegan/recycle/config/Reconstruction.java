package org.recyclegan.recycle.config;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import org.recyclegan.recycle.nn.TensorOps;

/** How the cycle, recurrent, recycle and identity losses compare two frames. */
public enum Reconstruction {
  /** Mean absolute difference: the code's. */
  L1,
  /** Mean squared difference: the paper's equations 3 to 5. */
  L2;

  /** Computes a weight times the difference of two frames, a scalar. */
  public NDArray compute(NDManager step, TensorOps ops, NDArray x, NDArray y, double weight) {
    return switch (this) {
      case L1 -> ops.l1(step, x, y, weight);
      case L2 -> ops.l2(step, x, y, weight);
    };
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return {@code l1} or {@code l2}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
