package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What a discriminator learns from: real frames to 1, fakes to 0, by least squares. As in the
 * official code each fake has a real frame beside it and each pair counts half; where time counts
 * there are four pairs, and x_{t+2} is in two of them (against the prediction from fakes and that
 * from real frames).
 */
final class DiscriminatorObjective {

  private final TensorOps ops;
  private final boolean temporal;

  DiscriminatorObjective(TensorOps ops, boolean temporal) {
    this.ops = ops;
    this.temporal = temporal;
  }

  /**
   * Computes the loss of one discriminator.
   *
   * @param reals of the domain it judges
   * @param fakes as the generator phase left them, detached and through the image pool
   * @return a scalar in the graph
   */
  NDArray compute(NDManager step, Network discriminator, TripletBatch reals, NDArray fakes) {
    NDArray shown = reals.translated(temporal);
    if (temporal) {
      shown = ops.concat(step, 0, shown, reals.third());
    }
    int realRows = Math.toIntExact(shown.getShape().get(0));
    int fakeRows = Math.toIntExact(fakes.getShape().get(0));
    NDArray judged = discriminator.forward(step, ops.concat(step, 0, shown, fakes));
    int samples = reals.samples();
    NDArray loss = squares(step, judged, realRows, fakeRows, 0, samples, 1);
    if (!temporal) {
      return loss.add(squares(step, judged, 0, realRows, 1, samples, 1));
    }
    int third = 2 * samples;
    return loss.add(squares(step, judged, 0, third, 1, samples, 1))
        .add(squares(step, judged, third, samples, 1, samples, 2));
  }

  /**
   * Half the sum, over frames, of the mean square to a target, each frame counted so many times.
   */
  private NDArray squares(
      NDManager step, NDArray judged, int first, int rows, double target, int samples, int times) {
    double weight = 0.5 * times * rows / samples;
    return ops.meanSquare(step, ops.rows(step, judged, first, rows), target, weight);
  }
}
