package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;

/**
 * What generators and predictors learn from (Bansal et al., ECCV 2018, section 3; {@link
 * ObjectiveOptions} says where the official code differs).
 *
 * <p>The official code calls a network once a frame. Frames that do not depend on each other go
 * through as one batch here; instance normalisation is per sample, so the numbers are the same.
 */
public final class GeneratorObjective {

  private final RecycleGan gan;
  private final LossWeights weights;
  private final ObjectiveOptions options;
  private final TensorOps ops;
  private final FrameWindows windows;
  private final int translatedFrames;

  public GeneratorObjective(
      RecycleGan gan, LossWeights weights, ObjectiveOptions options, TensorOps ops) {
    this.gan = gan;
    this.weights = weights;
    this.options = options;
    this.ops = ops;
    windows = new FrameWindows(ops, options.discriminatorFrames());
    translatedFrames = options.translatedFrames(weights.temporal());
  }

  /**
   * The way from a domain to the other and back: half of the objective, independent of the other
   * half.
   *
   * @param domain where it begins, and where the way back leads to
   * @param target where it leads
   * @param generator there
   * @param back the other generator
   * @param predictor of the target
   * @param discriminator of the target
   */
  private record Way(
      String domain,
      String target,
      String generator,
      String back,
      String predictor,
      String discriminator) {

    static final Way TO_B =
        new Way(
            "a",
            "b",
            RecycleGan.GENERATOR_AB,
            RecycleGan.GENERATOR_BA,
            RecycleGan.PREDICTOR_B,
            RecycleGan.DISCRIMINATOR_B);

    static final Way TO_A =
        new Way(
            "b",
            "a",
            RecycleGan.GENERATOR_BA,
            RecycleGan.GENERATOR_AB,
            RecycleGan.PREDICTOR_A,
            RecycleGan.DISCRIMINATOR_A);
  }

  /**
   * The terms of one way, and the fakes that the target's discriminator will see.
   *
   * @param terms weighted, in the graph
   * @param fakes windows of translations, then the one that ends with the prediction from them and
   *     that which ends with the prediction from real frames of the target, as far as the
   *     discriminator is to see them. In the graph: to be detached before it learns from them.
   * @param learning networks that learn from the terms
   */
  public record Half(LossTerms terms, NDArray fakes, List<Network> learning) {}

  /** The whole objective. */
  public record Result(Half toB, Half toA) {

    /** Returns all terms' values by name. */
    public Map<String, Double> values() {
      return LossTerms.alternating(toB.terms().values(), toA.terms().values());
    }

    /** Returns what the discriminator of A will see. */
    public NDArray fakesA() {
      return toA.fakes();
    }

    /** Returns what the discriminator of B will see. */
    public NDArray fakesB() {
      return toB.fakes();
    }
  }

  /** A half, and what its networks are to learn from it. */
  private record Differentiated(Half half, Gradients gradients) {}

  /**
   * Computes every term that has weight, on triplets of both domains, and adds the networks'
   * gradients to those they have: both ways side by side.
   *
   * @param torch the engine, for a graph to differentiate
   * @param step owner of what is made
   * @param differentiate returns the gradients of a half, in the thread that computed it: neither
   *     waits for the other
   */
  public Result compute(
      Torch torch,
      NDManager step,
      TripletBatch a,
      TripletBatch b,
      Function<Half, Gradients> differentiate) {
    List<Differentiated> halves =
        torch.sideBySide(
            () -> differentiated(torch, () -> half(step, Way.TO_B, a, b), differentiate),
            () -> differentiated(torch, () -> half(step, Way.TO_A, b, a), differentiate));
    // Both ways lead through both generators: added here and not where they were computed, or the
    // last bit would depend on which way was done first.
    halves.forEach(each -> each.gradients().add());
    return new Result(halves.get(0).half(), halves.get(1).half());
  }

  private static Differentiated differentiated(
      Torch torch, Supplier<Half> computation, Function<Half, Gradients> differentiate) {
    Half half = torch.differentiating(computation);
    return new Differentiated(half, differentiate.apply(half));
  }

  private Half half(NDManager step, Way way, TripletBatch source, TripletBatch target) {
    boolean temporal = weights.temporal();
    int samples = source.samples();
    NDArray reals = source.first(translatedFrames);
    NDArray targetReals = target.first(translatedFrames);
    Translation translation = translate(step, way.generator(), reals, targetReals);
    @Nullable Prediction prediction =
        temporal ? predict(step, way.predictor(), targetReals, translation.fakes(), samples) : null;
    NDArray judged = judged(step, translation, prediction, samples);
    LossTerms terms = new LossTerms();
    String direction = way.domain() + way.target();
    addAdversarial(
        step,
        terms,
        "adversarial_" + direction,
        way.discriminator(),
        judged,
        samples,
        weights.adversarial());
    if (prediction != null) {
      addRecurrent(step, terms, way.target(), prediction, target);
      addAdversarial(
          step,
          terms,
          "adversarial_predictor_" + way.target(),
          way.discriminator(),
          continued(step, prediction),
          samples,
          options.predictorAdversarial());
    }
    addReturns(
        step, terms, way.domain(), way.back(), translation.fakes(), reals, prediction, source);
    addIdentity(step, terms, way.target(), translation.own(), targetReals);
    return new Half(terms, fakes(step, judged, prediction), learning(way));
  }

  private List<Network> learning(Way way) {
    List<Network> networks = new ArrayList<>();
    networks.add(gan.network(way.generator()));
    networks.add(gan.network(way.back()));
    if (weights.temporal()) {
      networks.add(gan.network(way.predictor()));
    }
    return networks;
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
      terms.add(name, Distances.judged(options.adversarialLoss(), step, ops, judged, true, summed));
    }
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
    terms.add(name, Distances.between(options.reconstruction(), step, ops, x, y, weight));
  }

  private static int rows(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }
}
