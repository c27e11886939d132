package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.ReconstructionTerm;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.recycle.objective.terms.Terms;

/**
 * How well networks do on triplets that they never learn from: what every {@link
 * ReconstructionTerm} compares, as mean absolute differences in [-1, 1], whatever weights the terms
 * have, beside that of the trivial prediction {@code copy_last}, which takes x_{t+1} for x_{t+2}.
 * The same triplets and crops every time.
 *
 * <p>Where generators are averaged, the errors are those of the averages: of what results are made
 * with, and so the best checkpoint is the one with the best results. Predictors are as they are.
 */
final class HeldOutErrors implements AutoCloseable {

  private static final int TRIPLETS = 16;

  /** Fixed, so that errors of a run, and of runs on the same videos, are of the same frames. */
  private static final long SEED = 20180915;

  /** So that two frames of every triplet are translated, with predictors and without. */
  private static final ObjectiveOptions OPTIONS =
      ObjectiveOptions.PUBLISHED.withDiscriminatorFrames(2, /* newReversed= */ false);

  private static final RandomInputs NOT_RANDOM =
      (owner, name, shape) -> {
        throw new IllegalStateException("A held-out error must not be random");
      };

  private final Torch torch;
  private final TensorOps ops;
  private final RecycleGan gan;
  private final boolean temporal;
  private final WeightedTerms terms;
  private final NDManager manager;
  private final List<TripletBatch> batchesA;
  private final List<TripletBatch> batchesB;

  HeldOutErrors(
      Torch torch, RecycleGan gan, boolean temporal, int side, TripletSource a, TripletSource b) {
    this.torch = torch;
    this.gan = gan;
    this.temporal = temporal;
    terms =
        new WeightedTerms(
            Terms.ALL.stream()
                .filter(term -> term instanceof ReconstructionTerm)
                .filter(term -> temporal || term.needs().isEmpty())
                .map(term -> new WeightedTerms.Weighted(term, 1))
                .toList());
    ops = torch.ops();
    manager = torch.manager().newSubManager();
    batchesA = batches(a, side);
    batchesB = batches(b, side);
  }

  private List<TripletBatch> batches(TripletSource source, int side) {
    TripletBatches batches = new TripletBatches(source, side, 1);
    SplittableRandom random = new SplittableRandom(SEED);
    List<TripletBatch> triplets = new ArrayList<>();
    for (int i = 0; i < TRIPLETS; i++) {
      triplets.add(batches.next(manager, ops, random));
    }
    return triplets;
  }

  /**
   * Returns the mean of every error by name: {@code recycle_a} and so on.
   *
   * @param giveUp asked before every triplet
   * @return nothing if it gave up: the mean over fewer triplets would be another number
   */
  Optional<Map<String, Double>> measure(BooleanSupplier giveUp) {
    RunningMeans means = new RunningMeans();
    return torch.inferring(
        () -> {
          for (int i = 0; i < TRIPLETS; i++) {
            if (giveUp.getAsBoolean()) {
              return Optional.empty();
            }
            means.add(measure(batchesA.get(i), batchesB.get(i)));
          }
          return Optional.of(means.means());
        });
  }

  private Map<String, Double> measure(TripletBatch a, TripletBatch b) {
    Map<String, Double> errors = new LinkedHashMap<>();
    try (NDManager scope = torch.manager().newSubManager()) {
      measure(scope, errors, Direction.A2B, a, b);
      measure(scope, errors, Direction.B2A, b, a);
    }
    return errors;
  }

  private void measure(
      NDManager scope,
      Map<String, Double> errors,
      Direction way,
      TripletBatch source,
      TripletBatch target) {
    NDArray second = ops.rows(scope, source.first(2), 1, 1);
    errors.put("copy_last_" + way.source(), l1(scope, second, source.third()));
    Pass pass = new Pass(scope, ops, gan, terms, OPTIONS, way, source, target, NOT_RANDOM);
    for (WeightedTerms.Weighted each : terms.terms()) {
      ReconstructionTerm term = (ReconstructionTerm) each.term();
      ReconstructionTerm.Compared compared = term.compared(pass);
      errors.put(term.label(way), l1(scope, compared.made(), compared.truth()));
    }
  }

  private double l1(NDManager scope, NDArray x, NDArray y) {
    return ops.l1(scope, x, y, 1).getFloat();
  }

  /**
   * Returns what the best checkpoint has least of: the mean recycle error of both domains, or the
   * mean cycle error if there are no predictors. The paper chose its models by the least
   * reconstruction error, too.
   */
  double score(Map<String, Double> errors) {
    String term = temporal ? "recycle" : "cycle";
    return (errors.getOrDefault(term + "_a", Double.NaN)
            + errors.getOrDefault(term + "_b", Double.NaN))
        / 2;
  }

  @Override
  public void close() {
    manager.close();
  }
}
