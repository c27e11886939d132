package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What a discriminator learns from: real frames on one side, fakes on the other. As in the official
 * code each fake has a real frame beside it and each pair counts half; where time counts there are
 * up to four pairs, and x_{t+2} is in two of them (against the prediction from fakes and that from
 * real frames).
 */
final class DiscriminatorObjective {

  private final TensorOps ops;
  private final AdversarialLoss adversarialLoss;
  private final boolean temporal;
  private final int predictions;

  DiscriminatorObjective(TensorOps ops, boolean temporal, ObjectiveOptions options) {
    this.ops = ops;
    this.temporal = temporal;
    adversarialLoss = options.adversarialLoss();
    predictions =
        temporal
            ? (options.judgePredictions() ? 1 : 0) + (options.judgeRealPredictions() ? 1 : 0)
            : 0;
  }

  /**
   * Computes the loss of one discriminator.
   *
   * @param reals of the domain it judges
   * @param fakes as the generator phase left them, detached and through the image pool
   * @return a scalar in the graph
   */
  NDArray compute(NDManager step, Network discriminator, TripletBatch reals, NDArray fakes) {
    NDArray translated = reals.translated(temporal);
    int translatedRows = rows(translated);
    int samples = reals.samples();
    NDArray shown = predictions == 0 ? translated : ops.concat(step, 0, translated, reals.third());
    NDArray judged = discriminator.forward(step, ops.concat(step, 0, shown, fakes));
    NDArray loss =
        loss(step, judged, rows(shown), rows(fakes), false, samples, 1)
            .add(loss(step, judged, 0, translatedRows, true, samples, 1));
    return predictions == 0
        ? loss
        : loss.add(loss(step, judged, translatedRows, samples, true, samples, predictions));
  }

  /** Half the sum, over frames, of the mean loss, each frame counted so many times. */
  private NDArray loss(
      NDManager step, NDArray judged, int first, int rows, boolean real, int samples, int times) {
    double weight = 0.5 * times * rows / samples;
    return adversarialLoss.compute(step, ops, ops.rows(step, judged, first, rows), real, weight);
  }

  private static int rows(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }
}
