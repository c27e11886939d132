package org.recyclegan.recycle.config;

import java.util.Locale;
import java.util.Map;

/**
 * The published methods, and one of this toolkit's own. They are one set of networks and one
 * objective; what tells them apart is which loss terms have weight and what the discriminators see.
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
  RECYCLE_CYCLE,
  /**
   * Recycle-GAN with discriminators that see two consecutive frames but, as in the paper's
   * equations, no predictions, with cross-entropy, and with a recycle loss of less weight. Not
   * published: docs/decisions/0019 states why it is here.
   */
  RECYCLE_TEMPORAL;

  /** Returns the weights that {@code --method} sets: the published ones where it was published. */
  public LossWeights weights() {
    return LossWeights.of(
        switch (this) {
          case RECYCLE_GAN -> Map.of("adversarial", 1.0, "recurrent", 10.0, "recycle", 10.0);
          case RECYCLE_TEMPORAL -> Map.of("adversarial", 1.0, "recurrent", 10.0, "recycle", 4.0);
          case CYCLEGAN -> Map.of("adversarial", 1.0, "cycle", 10.0, "identity", 5.0);
          case RECYCLE_CYCLE ->
              Map.of(
                  "adversarial",
                  1.0,
                  "cycle",
                  10.0,
                  "recurrent",
                  10.0,
                  "recycle",
                  10.0,
                  "identity",
                  5.0);
        });
  }

  /** Returns what {@code --method} sets beside the weights. */
  public ObjectiveOptions objective() {
    return switch (this) {
      case RECYCLE_GAN, CYCLEGAN, RECYCLE_CYCLE -> ObjectiveOptions.PUBLISHED;
      case RECYCLE_TEMPORAL ->
          ObjectiveOptions.PAPER
              .withReconstruction(Reconstruction.L1)
              .withDiscriminatorFrames(2, /* newReversed= */ false);
    };
  }

  /** Returns the name that the command line uses: {@code recycle-gan}, for example. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
