package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * One way from a domain to the other and back on one batch: what several terms share, each computed
 * when it is first asked for. Half of the objective, independent of the other half; for one thread.
 *
 * <p>The official code calls a network once a frame. Frames that do not depend on each other go
 * through as one batch here; instance normalisation is per sample, so the numbers are the same.
 * Batches, and the order in which networks are called, decide the last bit of every gradient.
 *
 * <p>Frames are (F·N, 3, H, W) in [-1, 1]: all first frames of N triplets, then all second ones.
 */
public final class Pass {

  /** Values that are computed only if a term needs them. */
  public enum Part {
    /** {@link Pass#own()}. */
    OWN_FRAMES,
    /** {@link Pass#returned()}. */
    RETURNED_FRAMES,
    /** {@link Pass#returnedPrediction()}. */
    RETURNED_PREDICTION
  }

  /** Frames of the target made by the generator, and the target's own for the identity loss. */
  private record Translation(NDArray fakes, @Nullable NDArray own) {}

  /** x_{t+2} as predicted from the first two of real frames, and of translated ones. */
  private record Prediction(NDArray fromReals, NDArray fromFakes) {}

  private final NDManager step;
  private final TensorOps ops;
  private final RecycleGan gan;
  private final ObjectiveOptions options;
  private final FrameWindows windows;
  private final Direction way;
  private final Set<Part> parts;
  private final boolean temporal;
  private final TripletBatch source;
  private final RandomInputs random;
  private final NDArray reals;
  private final NDArray targetReals;
  private final TripletBatch target;
  private @Nullable Translation translation;
  private @Nullable Prediction prediction;
  private @Nullable NDArray judged;
  private @Nullable NDArray back;

  /**
   * Begins a pass; nothing is computed yet.
   *
   * @param step owner of everything
   * @param terms which parts they want, and whether there are predictors
   * @param source frames of the domain where the way begins and where it leads back to
   * @param target frames of the other domain
   */
  public Pass(
      NDManager step,
      TensorOps ops,
      RecycleGan gan,
      WeightedTerms terms,
      ObjectiveOptions options,
      Direction way,
      TripletBatch source,
      TripletBatch target,
      RandomInputs random) {
    this.step = step;
    this.ops = ops;
    this.gan = gan;
    this.options = options;
    this.way = way;
    this.source = source;
    this.target = target;
    this.random = random;
    parts = terms.parts();
    temporal = terms.temporal();
    windows = new FrameWindows(ops, options.discriminatorFrames());
    int translated = options.translatedFrames(temporal);
    reals = source.first(translated);
    targetReals = target.first(translated);
  }

  /** Returns N, the triplets in the batch. */
  public int samples() {
    return source.samples();
  }

  /** Returns how many frames of each triplet are translated. */
  public int translatedFrames() {
    return options.translatedFrames(temporal);
  }

  /** Returns the frames of the source that are translated. */
  public NDArray reals() {
    return reals;
  }

  /** Returns as many frames of the target. */
  public NDArray targetReals() {
    return targetReals;
  }

  /** Returns x_{t+2} of the source: (N, 3, H, W). */
  public NDArray third() {
    return source.third();
  }

  /** Returns x_{t+2} of the target: (N, 3, H, W). */
  public NDArray targetThird() {
    return target.third();
  }

  /** Returns the translations of {@link #reals()}. */
  public NDArray fakes() {
    return translation().fakes();
  }

  /** Returns what the generator makes of {@link #targetReals()}, which it should leave alone. */
  public NDArray own() {
    return present(translation().own(), Part.OWN_FRAMES);
  }

  /** Returns the prediction from the target's first two frames: (N, 3, H, W). */
  public NDArray predictionFromReals() {
    return prediction().fromReals();
  }

  /** Returns the prediction from the first two translated frames: (N, 3, H, W). */
  public NDArray predictionFromFakes() {
    return prediction().fromFakes();
  }

  /** Returns {@link #fakes()} as the other generator translates them back. */
  public NDArray returned() {
    require(Part.RETURNED_FRAMES);
    return ops.rows(step, back(), 0, TensorOps.rowCount(reals));
  }

  /** Returns {@link #predictionFromFakes()} as the other generator translates it back. */
  public NDArray returnedPrediction() {
    require(Part.RETURNED_PREDICTION);
    NDArray all = back();
    return ops.rows(step, all, TensorOps.rowCount(all) - samples(), samples());
  }

  /** Returns what the other generator makes of frames of the target. */
  public NDArray translateBack(NDArray frames) {
    return network(NetworkRole.GENERATOR, way.back()).forward(step, frames);
  }

  /** Returns the windows of fakes that a generator's adversarial loss counts. */
  public NDArray judged() {
    if (judged == null) {
      NDArray fakes = fakes();
      NDArray translated = windows.of(step, fakes, samples());
      judged =
          temporal && options.judgePredictions()
              ? ops.concat(
                  step,
                  0,
                  translated,
                  windows.endingWith(step, fakes, predictionFromFakes(), samples()))
              : translated;
    }
    return judged;
  }

  /** Returns the windows that end with a prediction from real frames. */
  public NDArray continued() {
    NDArray third = predictionFromReals();
    return windows.endingWith(step, targetReals, third, samples());
  }

  /** Returns the windows that the discriminator learns to tell from real ones. */
  public NDArray shown() {
    return temporal && options.judgeRealPredictions()
        ? ops.concat(step, 0, judged(), continued())
        : judged();
  }

  /**
   * Returns how far the target's discriminator takes windows for fakes. The official code sums over
   * frames, each a mean over its pixels; so does this, over windows.
   */
  public NDArray adversarial(NDArray shown, double weight) {
    NDArray judgement = network(NetworkRole.DISCRIMINATOR, way).forward(step, shown);
    double summed = weight * TensorOps.rowCount(shown) / samples();
    return Distances.judged(options.adversarialLoss(), step, ops, judgement, true, summed);
  }

  /** Returns the weighted difference of frames, as the objective measures it. */
  public NDArray distance(NDArray x, NDArray y, double weight) {
    return Distances.between(options.reconstruction(), step, ops, x, y, weight);
  }

  /** Returns standard normal values of a tensor's shape and type; another name has others. */
  public NDArray normal(String name, NDArray like) {
    return random.normal(step, name + "_" + way, like.getShape()).toType(like.getDataType(), false);
  }

  private Network network(NetworkRole role, Direction direction) {
    return gan.network(role.of(direction));
  }

  private Translation translation() {
    if (translation == null) {
      Network generator = network(NetworkRole.GENERATOR, way);
      if (parts.contains(Part.OWN_FRAMES)) {
        int count = TensorOps.rowCount(reals);
        NDArray both = generator.forward(step, ops.concat(step, 0, reals, targetReals));
        translation =
            new Translation(
                ops.rows(step, both, 0, count),
                ops.rows(step, both, count, TensorOps.rowCount(targetReals)));
      } else {
        translation = new Translation(generator.forward(step, reals), null);
      }
      if (temporal) {
        // At once, no matter which is asked for first: see the class's note on the order.
        prediction = predict(translation.fakes());
      }
    }
    return translation;
  }

  private Prediction prediction() {
    translation();
    if (prediction == null) {
      throw new IllegalStateException("A term that did not say so needs a predictor");
    }
    return prediction;
  }

  private Prediction predict(NDArray fakes) {
    int samples = samples();
    NDArray pairs = ops.concat(step, 0, pair(targetReals), pair(fakes));
    NDArray predicted = network(NetworkRole.PREDICTOR, way).forward(step, pairs);
    return new Prediction(
        ops.rows(step, predicted, 0, samples), ops.rows(step, predicted, samples, samples));
  }

  /** The first two frames, first before second ones, as (N, 6, H, W). */
  private NDArray pair(NDArray frames) {
    int samples = samples();
    return ops.concat(
        step, 1, ops.rows(step, frames, 0, samples), ops.rows(step, frames, samples, samples));
  }

  /** Translated frames, then the prediction from them, as far as they are wanted. */
  private NDArray back() {
    if (back == null) {
      boolean frames = parts.contains(Part.RETURNED_FRAMES);
      NDArray there = frames ? fakes() : predictionFromFakes();
      if (frames && parts.contains(Part.RETURNED_PREDICTION)) {
        there = ops.concat(step, 0, there, predictionFromFakes());
      }
      back = translateBack(there);
    }
    return back;
  }

  private void require(Part part) {
    if (!parts.contains(part)) {
      throw new IllegalStateException("A term that did not say so needs " + part);
    }
  }

  private static <T> T present(@Nullable T value, Part part) {
    if (value == null) {
      throw new IllegalStateException("A term that did not say so needs " + part);
    }
    return value;
  }
}
