package org.recyclegan.recycle;

/**
 * Where the paper and its published code differ in what is learnt; {@code docs/decisions} has a
 * note on each. The weights of the terms are {@link LossWeights}.
 *
 * @param adversarialLoss of generators and discriminators
 * @param reconstruction of the terms that compare frames
 * @param judgePredictions whether the discriminators see the predictions from translated frames,
 *     P_B(G_AB(x_t), G_AB(x_{t+1})), beside the translated frames themselves
 * @param judgeRealPredictions whether the discriminators see the predictions from real frames,
 *     P_A(x_t, x_{t+1}), as fakes
 * @param predictorAdversarial weight of an adversarial loss of the predictors on predictions from
 *     real frames; {@code --adversarial_loss_p} in the code is 1
 */
public record ObjectiveOptions(
    AdversarialLoss adversarialLoss,
    Reconstruction reconstruction,
    boolean judgePredictions,
    boolean judgeRealPredictions,
    double predictorAdversarial) {

  /** The published script of Recycle-GAN. */
  public static final ObjectiveOptions PUBLISHED =
      new ObjectiveOptions(AdversarialLoss.LEAST_SQUARES, Reconstruction.L1, true, true, 0);

  /** The paper's equations. */
  public static final ObjectiveOptions PAPER =
      new ObjectiveOptions(AdversarialLoss.CROSS_ENTROPY, Reconstruction.L2, false, false, 0);

  /**
   * Checks the weight.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public ObjectiveOptions {
    LossWeights.check("predictors' adversarial", predictorAdversarial);
  }

  /**
   * Returns this with another adversarial loss.
   *
   * @param newLoss the loss
   * @return a copy
   */
  public ObjectiveOptions withAdversarialLoss(AdversarialLoss newLoss) {
    return new ObjectiveOptions(
        newLoss, reconstruction, judgePredictions, judgeRealPredictions, predictorAdversarial);
  }

  /**
   * Returns this with another reconstruction loss.
   *
   * @param newReconstruction the loss
   * @return a copy
   */
  public ObjectiveOptions withReconstruction(Reconstruction newReconstruction) {
    return new ObjectiveOptions(
        adversarialLoss,
        newReconstruction,
        judgePredictions,
        judgeRealPredictions,
        predictorAdversarial);
  }
}
