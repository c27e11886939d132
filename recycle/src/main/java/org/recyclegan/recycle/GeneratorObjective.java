package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What generators and predictors learn from (Bansal et al., ECCV 2018, section 3; {@link
 * ObjectiveOptions} says where the official code differs).
 *
 * <p>The official code calls a network once a frame. Frames that do not depend on each other go
 * through as one batch here; instance normalisation is per sample, so the numbers are the same.
 */
final class GeneratorObjective {

  private final RecycleGan gan;
  private final LossWeights weights;
  private final ObjectiveOptions options;
  private final TensorOps ops;
  private final FrameWindows windows;
  private final int translatedFrames;

  GeneratorObjective(RecycleGan gan, LossWeights weights, ObjectiveOptions options, TensorOps ops) {
    this.gan = gan;
    this.weights = weights;
    this.options = options;
    this.ops = ops;
    windows = new FrameWindows(ops, options.discriminatorFrames());
    translatedFrames = options.translatedFrames(weights.temporal());
  }

  /**
   * The terms, and the fakes that the discriminators will see.
   *
   * @param terms weighted, in the graph
   * @param fakesA windows of translations of B, then the one that ends with the prediction from
   *     them and that which ends with the prediction from real frames of A, as far as the
   *     discriminator is to see them. In the graph: to be detached before it learns from them.
   * @param fakesB likewise
   */
  record Result(LossTerms terms, NDArray fakesA, NDArray fakesB) {}

  /** Computes every term that has weight, on triplets of both domains. */
  Result compute(NDManager step, TripletBatch a, TripletBatch b) {
    boolean temporal = weights.temporal();
    int samples = a.samples();
    NDArray realsA = a.first(translatedFrames);
    NDArray realsB = b.first(translatedFrames);
    Translation toB = translate(step, RecycleGan.GENERATOR_AB, realsA, realsB);
    Translation toA = translate(step, RecycleGan.GENERATOR_BA, realsB, realsA);
    LossTerms terms = new LossTerms();
    @Nullable Prediction inB = null;
    @Nullable Prediction inA = null;
    if (temporal) {
      inB = predict(step, RecycleGan.PREDICTOR_B, realsB, toB.fakes(), samples);
      inA = predict(step, RecycleGan.PREDICTOR_A, realsA, toA.fakes(), samples);
    }
    NDArray judgedB = judged(step, toB, inB, samples);
    NDArray judgedA = judged(step, toA, inA, samples);
    double weight = weights.adversarial();
    addAdversarial(
        step, terms, "adversarial_ab", RecycleGan.DISCRIMINATOR_B, judgedB, samples, weight);
    addAdversarial(
        step, terms, "adversarial_ba", RecycleGan.DISCRIMINATOR_A, judgedA, samples, weight);
    if (inA != null && inB != null) {
      addRecurrent(step, terms, "a", inA, a);
      addRecurrent(step, terms, "b", inB, b);
      addPredictorAdversarial(step, terms, inA, inB, samples);
    }
    addReturns(step, terms, "a", RecycleGan.GENERATOR_BA, toB.fakes(), realsA, inB, a);
    addReturns(step, terms, "b", RecycleGan.GENERATOR_AB, toA.fakes(), realsB, inA, b);
    addIdentity(step, terms, "a", toA.own(), realsA);
    addIdentity(step, terms, "b", toB.own(), realsB);
    return new Result(terms, fakes(step, judgedA, inA), fakes(step, judgedB, inB));
  }

  /** The windows that a generator's adversarial loss counts. */
  private NDArray judged(
      NDManager step, Translation translation, @Nullable Prediction prediction, int samples) {
    NDArray translated = windows.of(step, translation.fakes(), samples);
    return prediction != null && options.judgePredictions()
        ? ops.concat(
            step,
            0,
            translated,
            windows.endingWith(step, translation.fakes(), prediction.fromFakes(), samples))
        : translated;
  }

  /** The windows that a discriminator learns to tell from real ones. */
  private NDArray fakes(NDManager step, NDArray judged, @Nullable Prediction prediction) {
    return prediction != null && options.judgeRealPredictions()
        ? ops.concat(step, 0, judged, continued(step, prediction))
        : judged;
  }

  /** The windows that end with a prediction from real frames. */
  private NDArray continued(NDManager step, Prediction prediction) {
    NDArray third = prediction.fromReals();
    return windows.endingWith(step, prediction.reals(), third, rows(third));
  }

  /** Frames of the other domain made by a generator, and its own domain's for the identity loss. */
  private record Translation(NDArray fakes, @Nullable NDArray own) {}

  private Translation translate(NDManager step, String name, NDArray source, NDArray target) {
    Network generator = gan.network(name);
    if (weights.identity() == 0) {
      return new Translation(generator.forward(step, source), null);
    }
    int count = rows(source);
    NDArray both = generator.forward(step, ops.concat(step, 0, source, target));
    return new Translation(
        ops.rows(step, both, 0, count), ops.rows(step, both, count, rows(target)));
  }

  /** x_{t+2} as predicted from the first two of real frames, and of translated ones. */
  private record Prediction(NDArray reals, NDArray fromReals, NDArray fromFakes) {}

  private Prediction predict(
      NDManager step, String name, NDArray reals, NDArray fakes, int samples) {
    NDArray pairs = ops.concat(step, 0, pair(step, reals, samples), pair(step, fakes, samples));
    NDArray predicted = gan.network(name).forward(step, pairs);
    return new Prediction(
        reals, ops.rows(step, predicted, 0, samples), ops.rows(step, predicted, samples, samples));
  }

  /** The first two frames of (at least 2N, 3, H, W), first before second ones, to (N, 6, H, W). */
  private NDArray pair(NDManager step, NDArray frames, int samples) {
    return ops.concat(
        step, 1, ops.rows(step, frames, 0, samples), ops.rows(step, frames, samples, samples));
  }

  /** The official code sums over frames, each a mean over its pixels: hence the factor. */
  private void addAdversarial(
      NDManager step,
      LossTerms terms,
      String name,
      String discriminator,
      NDArray shown,
      int samples,
      double weight) {
    if (weight > 0) {
      NDArray judged = gan.network(discriminator).forward(step, shown);
      double summed = weight * rows(shown) / samples;
      terms.add(name, options.adversarialLoss().compute(step, ops, judged, true, summed));
    }
  }

  private void addPredictorAdversarial(
      NDManager step, LossTerms terms, Prediction inA, Prediction inB, int samples) {
    double weight = options.predictorAdversarial();
    addAdversarial(
        step,
        terms,
        "adversarial_predictor_a",
        RecycleGan.DISCRIMINATOR_A,
        continued(step, inA),
        samples,
        weight);
    addAdversarial(
        step,
        terms,
        "adversarial_predictor_b",
        RecycleGan.DISCRIMINATOR_B,
        continued(step, inB),
        samples,
        weight);
  }

  private void addRecurrent(
      NDManager step, LossTerms terms, String domain, Prediction prediction, TripletBatch batch) {
    if (weights.recurrent() > 0) {
      addDistance(
          step,
          terms,
          "recurrent_" + domain,
          prediction.fromReals(),
          batch.third(),
          weights.recurrent());
    }
  }

  /** The terms that lead back to where the frames came from: cycle and recycle, in one batch. */
  private void addReturns(
      NDManager step,
      LossTerms terms,
      String domain,
      String generator,
      NDArray fakes,
      NDArray reals,
      @Nullable Prediction prediction,
      TripletBatch batch) {
    boolean cycle = weights.cycle() > 0;
    boolean recycle = weights.recycle() > 0 && prediction != null;
    if (!cycle && !recycle) {
      return;
    }
    NDArray there = fakes;
    if (recycle && prediction != null) {
      NDArray predicted = prediction.fromFakes();
      there = cycle ? ops.concat(step, 0, fakes, predicted) : predicted;
    }
    NDArray back = gan.network(generator).forward(step, there);
    if (recycle) {
      int samples = batch.samples();
      NDArray third = ops.rows(step, back, rows(back) - samples, samples);
      addDistance(step, terms, "recycle_" + domain, third, batch.third(), weights.recycle());
    }
    if (cycle) {
      NDArray same = ops.rows(step, back, 0, rows(reals));
      double weight = weights.cycle() * translatedFrames;
      addDistance(step, terms, "cycle_" + domain, same, reals, weight);
    }
  }

  private void addIdentity(
      NDManager step, LossTerms terms, String domain, @Nullable NDArray own, NDArray reals) {
    if (own != null) {
      double weight = weights.identity() * translatedFrames;
      addDistance(step, terms, "identity_" + domain, own, reals, weight);
    }
  }

  private void addDistance(
      NDManager step, LossTerms terms, String name, NDArray x, NDArray y, double weight) {
    terms.add(name, options.reconstruction().compute(step, ops, x, y, weight));
  }

  private static int rows(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }
}
