package org.recyclegan.recycle;

import java.util.Locale;

/**
 * The published methods. They are one set of networks and one objective; what tells them apart is
 * which loss terms have weight.
 */
public enum Method {
  /**
   * The paper's objective (Bansal et al., ECCV 2018, section 3): adversarial, recurrent and recycle
   * loss; {@code recycle_gan} in the official code.
   */
  RECYCLE_GAN,
  /** CycleGAN (Zhu et al., ICCV 2017): single frames, cycle and identity loss; the baseline. */
  CYCLEGAN,
  /** Recycle, cycle and identity loss together; {@code reCycle_gan} in the official code. */
  RECYCLE_CYCLE;

  /**
   * Returns the published weights.
   *
   * @return what {@code --method} sets unless a weight is given
   */
  public LossWeights weights() {
    return switch (this) {
      case RECYCLE_GAN -> new LossWeights(1, 0, 10, 10, 0);
      case CYCLEGAN -> new LossWeights(1, 10, 0, 0, 5);
      case RECYCLE_CYCLE -> new LossWeights(1, 10, 10, 10, 5);
    };
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return for example {@code recycle-gan}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
