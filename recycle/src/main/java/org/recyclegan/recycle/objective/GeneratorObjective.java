package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;

/**
 * What generators and predictors learn from: the weighted terms of both ways (Bansal et al., ECCV
 * 2018, section 3; {@link ObjectiveOptions} says where the official code differs).
 */
public final class GeneratorObjective {

  private final RecycleGan gan;
  private final WeightedTerms terms;
  private final ObjectiveOptions options;
  private final TensorOps ops;

  public GeneratorObjective(
      RecycleGan gan, WeightedTerms terms, ObjectiveOptions options, TensorOps ops) {
    this.gan = gan;
    this.terms = terms;
    this.options = options;
    this.ops = ops;
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
   * @param random inputs of terms that have any
   * @param differentiate returns the gradients of a half, in the thread that computed it: neither
   *     waits for the other
   */
  public Result compute(
      Torch torch,
      NDManager step,
      TripletBatch a,
      TripletBatch b,
      RandomInputs random,
      Function<Half, Gradients> differentiate) {
    List<Differentiated> halves =
        torch.sideBySide(
            () ->
                differentiated(torch, () -> half(step, Direction.A2B, a, b, random), differentiate),
            () ->
                differentiated(
                    torch, () -> half(step, Direction.B2A, b, a, random), differentiate));
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

  private Half half(
      NDManager step,
      Direction way,
      TripletBatch source,
      TripletBatch target,
      RandomInputs random) {
    Pass pass = new Pass(step, ops, gan, terms, options, way, source, target, random);
    LossTerms values = new LossTerms();
    // Before any term, which decides the order of the graph: see Pass.
    pass.judged();
    for (WeightedTerms.Weighted weighted : terms.terms()) {
      LossTerm term = weighted.term();
      values.add(term.label(way), term.value(pass, weighted.weight()));
    }
    return new Half(values, pass.shown(), gan.learning(way));
  }
}
