package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.recyclegan.recycle.nn.Adam;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;

/**
 * The learning itself. A step is, in the official code's order: generators and predictors together
 * with the discriminators frozen, then the discriminator of B, then that of A, on the fakes from
 * before the generators' update.
 *
 * <p>All randomness of a step comes from the seed and the step's number, so a resumed run draws
 * what an undisturbed one would have drawn. Every tensor of a step lives in the step's own manager
 * and dies with it; only weights, moments and the image pools remain.
 */
final class Trainer implements AutoCloseable {

  private final Torch torch;
  private final TrainingConfig config;
  private final RecycleGan gan;
  private final GeneratorObjective generatorObjective;
  private final DiscriminatorObjective discriminatorObjective;
  private final Adam generatorAdam;
  private final Map<String, Adam> discriminatorAdams = new LinkedHashMap<>();
  private final Map<String, ImagePool> pools = new LinkedHashMap<>();
  private final TripletBatches batchesA;
  private final TripletBatches batchesB;
  private long step;

  Trainer(Torch torch, TrainingConfig config, TripletSource a, TripletSource b) {
    this.torch = torch;
    this.config = config;
    boolean temporal = config.weights().temporal();
    gan =
        new RecycleGan(
            torch, config.networks(), temporal, config.optimisation().precision(), config.seed());
    gan.generatorsAndPredictors().forEach(network -> network.setLearning(true));
    generatorObjective =
        new GeneratorObjective(gan, config.weights(), config.objective(), torch.ops());
    discriminatorObjective = new DiscriminatorObjective(torch.ops(), temporal, config.objective());
    generatorAdam = adam(gan.generatorsAndPredictors());
    for (String name : List.of(RecycleGan.DISCRIMINATOR_B, RecycleGan.DISCRIMINATOR_A)) {
      discriminatorAdams.put(name, adam(List.of(gan.network(name))));
      pools.put(name, new ImagePool(torch, config.optimisation().poolSize()));
    }
    batchesA = new TripletBatches(a, config.data().size(), config.optimisation().batch());
    batchesB = new TripletBatches(b, config.data().size(), config.optimisation().batch());
  }

  private Adam adam(List<Network> networks) {
    Optimisation o = config.optimisation();
    return new Adam(torch, o.beta1(), o.beta2(), networks);
  }

  /**
   * Does one step.
   *
   * @param rate learning rate of this step
   * @return every weighted loss term by name, and both discriminators' losses
   * @throws DivergenceException if a loss is not finite; weights are then as before the phase it
   *     arose in
   */
  Map<String, Double> step(double rate) throws IOException {
    SplittableRandom random = random(step);
    try (NDManager scope = torch.manager().newSubManager()) {
      List<TripletBatch> a = batches(scope, batchesA, random.split());
      List<TripletBatch> b = batches(scope, batchesB, random.split());
      return learn(scope, a, b, rate, random);
    }
  }

  private List<TripletBatch> batches(
      NDManager scope, TripletBatches source, SplittableRandom random) {
    List<TripletBatch> batches = new ArrayList<>();
    for (int i = 0; i < config.optimisation().accumulate(); i++) {
      batches.add(source.next(scope, torch.ops(), random));
    }
    return batches;
  }

  /**
   * Does one step on given frames: the mean of the gradients of all batches makes one update.
   *
   * @param a batches of domain A
   * @param b as many of domain B, of the same size
   */
  Map<String, Double> learn(
      NDManager scope,
      List<TripletBatch> a,
      List<TripletBatch> b,
      double rate,
      SplittableRandom random)
      throws IOException {
    RunningMeans terms = new RunningMeans();
    List<NDArray> fakesA = new ArrayList<>();
    List<NDArray> fakesB = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      try (NDManager graph = scope.newSubManager()) {
        GeneratorObjective.Result result =
            generatorObjective.compute(torch, graph, a.get(i), b.get(i));
        terms.add(result.terms().values());
        checkFinite(terms.means());
        torch.backward(result.toB().terms().sum(), result.toA().terms().sum(), 1.0 / a.size());
        fakesB.add(torch.ops().detach(scope, result.fakesB()));
        fakesA.add(torch.ops().detach(scope, result.fakesA()));
      }
    }
    generatorAdam.update(rate);
    Map<String, Double> losses = terms.means();
    List<NDArray> shownB = pooled(RecycleGan.DISCRIMINATOR_B, scope, fakesB, random.split());
    List<NDArray> shownA = pooled(RecycleGan.DISCRIMINATOR_A, scope, fakesA, random.split());
    List<Double> judging =
        torch.sideBySide(
            () -> learnToJudge(scope, RecycleGan.DISCRIMINATOR_B, b, shownB, rate),
            () -> learnToJudge(scope, RecycleGan.DISCRIMINATOR_A, a, shownA, rate));
    losses.put(RecycleGan.DISCRIMINATOR_B, judging.get(0));
    losses.put(RecycleGan.DISCRIMINATOR_A, judging.get(1));
    checkFinite(losses);
    step++;
    return losses;
  }

  private List<NDArray> pooled(
      String name, NDManager scope, List<NDArray> fakes, SplittableRandom random) {
    ImagePool pool = Objects.requireNonNull(pools.get(name), name);
    return fakes.stream().map(batch -> pool.query(scope, batch, random)).toList();
  }

  /** Returns the loss; where it is not finite the weights stay as they were. */
  private double learnToJudge(
      NDManager scope, String name, List<TripletBatch> reals, List<NDArray> shown, double rate) {
    Network discriminator = gan.network(name);
    Adam adam = Objects.requireNonNull(discriminatorAdams.get(name), name);
    discriminator.setLearning(true);
    try {
      double mean = 0;
      for (int i = 0; i < shown.size(); i++) {
        double value = judge(scope, discriminator, reals.get(i), shown.get(i), shown.size());
        mean += value / shown.size();
      }
      if (Double.isFinite(mean)) {
        adam.update(rate);
      }
      return mean;
    } finally {
      discriminator.setLearning(false);
    }
  }

  /** Adds the gradients of one batch out of so many, and returns its loss. */
  private double judge(
      NDManager scope, Network discriminator, TripletBatch reals, NDArray shown, int batches) {
    try (NDManager graph = scope.newSubManager()) {
      NDArray loss =
          torch.differentiating(
              () -> discriminatorObjective.compute(graph, discriminator, reals, shown));
      torch.backward(loss, 1.0 / batches);
      return loss.getFloat();
    }
  }

  private void checkFinite(Map<String, Double> losses) throws DivergenceException {
    for (Map.Entry<String, Double> loss : losses.entrySet()) {
      if (!Double.isFinite(loss.getValue())) {
        throw new DivergenceException(loss.getKey(), loss.getValue(), step + 1);
      }
    }
  }

  /** A stream of its own for every step: the golden-ratio increment keeps neighbours apart. */
  private SplittableRandom random(long number) {
    return new SplittableRandom(config.seed() * 0x9E3779B97F4A7C15L + number);
  }

  /** Returns how many steps were done, resumed ones included. */
  long stepsDone() {
    return step;
  }

  /** Sets how many steps were done, after weights and moments were restored. */
  void setStepsDone(long steps) {
    step = steps;
  }

  /** Returns the operations that its tensors are changed with. */
  TensorOps ops() {
    return torch.ops();
  }

  RecycleGan gan() {
    return gan;
  }

  /** Returns the optimisers by name: {@code generators}, and each discriminator's. */
  Map<String, Adam> optimisers() {
    Map<String, Adam> all = new LinkedHashMap<>();
    all.put("generators", generatorAdam);
    all.putAll(discriminatorAdams);
    return all;
  }

  /** Returns the image pools by the discriminator they serve. */
  Map<String, ImagePool> pools() {
    return pools;
  }

  @Override
  public void close() {
    pools.values().forEach(ImagePool::close);
    gan.close();
  }
}
