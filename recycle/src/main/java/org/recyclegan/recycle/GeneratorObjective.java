package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What generators and predictors learn from (Bansal et al., ECCV 2018, section 3, with the official
 * code's L1 and least squares in place of the paper's squared L2 and logarithms).
 *
 * <p>The official code calls a network once a frame. Frames that do not depend on each other go
 * through as one batch here; instance normalisation is per sample, so the numbers are the same.
 */
final class GeneratorObjective {

  private final RecycleGan gan;
  private final LossWeights weights;
  private final TensorOps ops;

  GeneratorObjective(RecycleGan gan, LossWeights weights, TensorOps ops) {
    this.gan = gan;
    this.weights = weights;
    this.ops = ops;
  }

  /**
   * The terms, and the fakes that the discriminators will see.
   *
   * @param terms weighted, in the graph
   * @param fakesA translations of B, prediction from them, prediction from real frames of A; or the
   *     translations alone. In the graph: to be detached before a discriminator learns from them.
   * @param fakesB likewise
   */
  record Result(LossTerms terms, NDArray fakesA, NDArray fakesB) {}

  /** Computes every term that has weight, on triplets of both domains. */
  Result compute(NDManager step, TripletBatch a, TripletBatch b) {
    boolean temporal = weights.temporal();
    NDArray realsA = a.translated(temporal);
    NDArray realsB = b.translated(temporal);
    Translation toB = translate(step, RecycleGan.GENERATOR_AB, realsA, realsB);
    Translation toA = translate(step, RecycleGan.GENERATOR_BA, realsB, realsA);
    NDArray fakesB = toB.fakes();
    NDArray fakesA = toA.fakes();
    LossTerms terms = new LossTerms();
    @Nullable NDArray predictedB = null;
    @Nullable NDArray predictedA = null;
    NDArray seenB = fakesB;
    NDArray seenA = fakesA;
    if (temporal) {
      Prediction inB = predict(step, RecycleGan.PREDICTOR_B, realsB, fakesB);
      Prediction inA = predict(step, RecycleGan.PREDICTOR_A, realsA, fakesA);
      predictedB = inB.fromFakes();
      predictedA = inA.fromFakes();
      fakesB = ops.concat(step, 0, seenB, predictedB);
      fakesA = ops.concat(step, 0, seenA, predictedA);
      addAdversarial(step, terms, fakesB, fakesA, 3);
      if (weights.recurrent() > 0) {
        addL1(step, terms, "recurrent_a", inA.fromReals(), a.third(), weights.recurrent());
        addL1(step, terms, "recurrent_b", inB.fromReals(), b.third(), weights.recurrent());
      }
      fakesB = ops.concat(step, 0, fakesB, inB.fromReals());
      fakesA = ops.concat(step, 0, fakesA, inA.fromReals());
    } else {
      addAdversarial(step, terms, fakesB, fakesA, 1);
    }
    addReturns(step, terms, "a", RecycleGan.GENERATOR_BA, seenB, realsA, predictedB, a);
    addReturns(step, terms, "b", RecycleGan.GENERATOR_AB, seenA, realsB, predictedA, b);
    addIdentity(step, terms, "a", toA.own(), realsA);
    addIdentity(step, terms, "b", toB.own(), realsB);
    return new Result(terms, fakesA, fakesB);
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

  /** x_{t+2} as predicted from two real frames and from two translated ones. */
  private record Prediction(NDArray fromReals, NDArray fromFakes) {}

  private Prediction predict(NDManager step, String name, NDArray reals, NDArray fakes) {
    int samples = rows(reals) / 2;
    NDArray pairs = ops.concat(step, 0, pair(step, reals), pair(step, fakes));
    NDArray predicted = gan.network(name).forward(step, pairs);
    return new Prediction(
        ops.rows(step, predicted, 0, samples), ops.rows(step, predicted, samples, samples));
  }

  /** (2N, 3, H, W), first frames before second ones, to (N, 6, H, W). */
  private NDArray pair(NDManager step, NDArray frames) {
    int samples = rows(frames) / 2;
    return ops.concat(
        step, 1, ops.rows(step, frames, 0, samples), ops.rows(step, frames, samples, samples));
  }

  /** The official code sums over frames, each a mean over its pixels: hence the factor. */
  private void addAdversarial(
      NDManager step, LossTerms terms, NDArray fakesB, NDArray fakesA, int frames) {
    if (weights.adversarial() == 0) {
      return;
    }
    double weight = weights.adversarial() * frames;
    NDArray judgedB = gan.network(RecycleGan.DISCRIMINATOR_B).forward(step, fakesB);
    NDArray judgedA = gan.network(RecycleGan.DISCRIMINATOR_A).forward(step, fakesA);
    terms.add("adversarial_ab", ops.meanSquare(step, judgedB, 1, weight));
    terms.add("adversarial_ba", ops.meanSquare(step, judgedA, 1, weight));
  }

  /** The terms that lead back to where the frames came from: cycle and recycle, in one batch. */
  private void addReturns(
      NDManager step,
      LossTerms terms,
      String domain,
      String generator,
      NDArray fakes,
      NDArray reals,
      @Nullable NDArray predicted,
      TripletBatch batch) {
    boolean cycle = weights.cycle() > 0;
    boolean recycle = weights.recycle() > 0 && predicted != null;
    if (!cycle && !recycle) {
      return;
    }
    NDArray there = fakes;
    if (recycle && predicted != null) {
      there = cycle ? ops.concat(step, 0, fakes, predicted) : predicted;
    }
    NDArray back = gan.network(generator).forward(step, there);
    if (recycle) {
      int samples = batch.samples();
      NDArray third = ops.rows(step, back, rows(back) - samples, samples);
      addL1(step, terms, "recycle_" + domain, third, batch.third(), weights.recycle());
    }
    if (cycle) {
      NDArray same = ops.rows(step, back, 0, rows(reals));
      double frames = (double) rows(reals) / batch.samples();
      addL1(step, terms, "cycle_" + domain, same, reals, weights.cycle() * frames);
    }
  }

  private void addIdentity(
      NDManager step, LossTerms terms, String domain, @Nullable NDArray own, NDArray reals) {
    if (own != null) {
      double frames = weights.temporal() ? 2 : 1;
      addL1(step, terms, "identity_" + domain, own, reals, weights.identity() * frames);
    }
  }

  private void addL1(
      NDManager step, LossTerms terms, String name, NDArray x, NDArray y, double weight) {
    terms.add(name, ops.l1(step, x, y, weight));
  }

  private static int rows(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }
}
