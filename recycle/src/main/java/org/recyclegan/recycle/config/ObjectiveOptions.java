package org.recyclegan.recycle.config;

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
 * @param discriminatorFrames consecutive frames that a discriminator judges at a time, 1 to 3: with
 *     more than the published 1 it sees which way time runs
 * @param judgeReversed whether the discriminators see real windows in reverse order, as fakes: so
 *     they learn which way time runs before translations can teach it. Needs at least 2 frames.
 */
public record ObjectiveOptions(
    AdversarialLoss adversarialLoss,
    Reconstruction reconstruction,
    boolean judgePredictions,
    boolean judgeRealPredictions,
    int discriminatorFrames,
    boolean judgeReversed) {

  /** A triplet has no more. */
  private static final int MOST_FRAMES = 3;

  /** The published script of Recycle-GAN. */
  public static final ObjectiveOptions PUBLISHED =
      new ObjectiveOptions(AdversarialLoss.LEAST_SQUARES, Reconstruction.L1, true, true, 1, false);

  /** The paper's equations. */
  public static final ObjectiveOptions PAPER =
      new ObjectiveOptions(
          AdversarialLoss.CROSS_ENTROPY, Reconstruction.L2, false, false, 1, false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the frames are not 1, 2 or 3, or are to be reversed where
   *     there is only 1
   */
  public ObjectiveOptions {
    if (discriminatorFrames < 1 || discriminatorFrames > MOST_FRAMES) {
      throw new IllegalArgumentException(
          "A discriminator must see 1 to 3 frames at a time, found " + discriminatorFrames);
    }
    if (judgeReversed && discriminatorFrames == 1) {
      throw new IllegalArgumentException(
          "Discriminators that judge reversed frames must see 2 or 3 at a time, found 1");
    }
  }

  /** Returns this with another adversarial loss. */
  public ObjectiveOptions withAdversarialLoss(AdversarialLoss newLoss) {
    return new ObjectiveOptions(
        newLoss,
        reconstruction,
        judgePredictions,
        judgeRealPredictions,
        discriminatorFrames,
        judgeReversed);
  }

  /** Returns this with another reconstruction loss. */
  public ObjectiveOptions withReconstruction(Reconstruction newReconstruction) {
    return new ObjectiveOptions(
        adversarialLoss,
        newReconstruction,
        judgePredictions,
        judgeRealPredictions,
        discriminatorFrames,
        judgeReversed);
  }

  /**
   * Returns this with discriminators that see another number of frames.
   *
   * @param newFrames consecutive frames at a time, 1 to 3
   * @param newReversed whether they see real frames in reverse order, as fakes
   */
  public ObjectiveOptions withDiscriminatorFrames(int newFrames, boolean newReversed) {
    return new ObjectiveOptions(
        adversarialLoss,
        reconstruction,
        judgePredictions,
        judgeRealPredictions,
        newFrames,
        newReversed);
  }

  /**
   * Returns how many frames of a triplet the generators translate: two where predictors continue
   * them, one where time does not count, and always enough to fill a discriminator's window.
   */
  public int translatedFrames(boolean temporal) {
    return Math.max(temporal ? 2 : 1, discriminatorFrames);
  }
}
