package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What a discriminator learns from: windows of real frames on one side, of fakes on the other. As
 * in the official code each fake has a real one beside it and each pair counts half; where time
 * counts and windows are single frames there are up to four pairs, and x_{t+2} is in two of them
 * (against the prediction from fakes and that from real frames). Where it is told to, it also
 * learns that a real window in reverse order is a fake.
 */
public final class DiscriminatorObjective {

  private final TensorOps ops;
  private final AdversarialLoss adversarialLoss;
  private final FrameWindows windows;
  private final int translatedFrames;
  private final boolean judgeReversed;
  private final int predictions;

  public DiscriminatorObjective(TensorOps ops, boolean temporal, ObjectiveOptions options) {
    this.ops = ops;
    adversarialLoss = options.adversarialLoss();
    windows = new FrameWindows(ops, options.discriminatorFrames());
    translatedFrames = options.translatedFrames(temporal);
    judgeReversed = options.judgeReversed();
    predictions =
        temporal
            ? (options.judgePredictions() ? 1 : 0) + (options.judgeRealPredictions() ? 1 : 0)
            : 0;
  }

  /**
   * Computes the loss of one discriminator.
   *
   * @param reals of the domain it judges
   * @param fakes windows as the generator phase left them, detached and through the image pool
   * @return a scalar in the graph
   */
  public NDArray compute(NDManager step, Network discriminator, TripletBatch reals, NDArray fakes) {
    int samples = reals.samples();
    NDArray translated = windows.of(step, reals.first(translatedFrames), samples);
    NDArray shown = predictions == 0 ? translated : withLast(step, translated, reals);
    NDArray judged = discriminator.forward(step, ops.concat(step, 0, shown, fakes));
    NDArray loss =
        loss(step, judged, TensorOps.rowCount(shown), TensorOps.rowCount(fakes), false, samples, 1)
            .add(loss(step, judged, 0, TensorOps.rowCount(translated), true, samples, 1));
    if (predictions > 0) {
      loss =
          loss.add(
              loss(
                  step,
                  judged,
                  TensorOps.rowCount(translated),
                  samples,
                  true,
                  samples,
                  predictions));
    }
    return judgeReversed ? loss.add(reversed(step, discriminator, reals)) : loss;
  }

  /** Real windows on one side, and on the other the same ones with time running backwards. */
  private NDArray reversed(NDManager step, Network discriminator, TripletBatch reals) {
    int samples = reals.samples();
    NDArray frames = reals.first(translatedFrames);
    NDArray forward = windows.of(step, frames, samples);
    NDArray backward = windows.reversed(step, frames, samples);
    NDArray judged = discriminator.forward(step, ops.concat(step, 0, forward, backward));
    int rows = TensorOps.rowCount(forward);
    return loss(step, judged, 0, rows, true, samples, 1)
        .add(loss(step, judged, rows, rows, false, samples, 1));
  }

  /** Adds the window that ends with x_{t+2}: the one that stands beside predictions. */
  private NDArray withLast(NDManager step, NDArray translated, TripletBatch reals) {
    NDArray last = windows.endingWith(step, reals.first(2), reals.third(), reals.samples());
    return ops.concat(step, 0, translated, last);
  }

  /** Half the sum, over windows, of the mean loss, each window counted {@code times} times. */
  private NDArray loss(
      NDManager step, NDArray judged, int first, int rows, boolean real, int samples, int times) {
    double weight = 0.5 * times * rows / samples;
    return Distances.judged(
        adversarialLoss, step, ops, ops.rows(step, judged, first, rows), real, weight);
  }
}
