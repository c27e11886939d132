package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** Around 1 is usual. By least squares this means judgements 30 away from what they should be. */
  private static final double LARGEST_DISCRIMINATOR_LOSS = 1000;

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
  private final FiniteState finiteState;
  private long step;
  private int rollbacks;

  Trainer(Torch torch, TrainingConfig config, TripletSource a, TripletSource b) {
    this.torch = torch;
    this.config = config;
    boolean temporal = config.weights().temporal();
    int discriminatorFrames = config.objective().discriminatorFrames();
    gan = new RecycleGan(torch, config.networks(), temporal, discriminatorFrames, config.seed());
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
    finiteState = new FiniteState(this);
  }

  private Adam adam(List<Network> networks) {
    Optimisation o = config.optimisation();
    return new Adam(torch, o.beta1(), o.beta2(), networks);
  }

  /**
   * Does one step.
   *
   * @param rate learning rate of this step, before rollbacks lower it
   * @return every weighted loss term by name, and both discriminators' losses
   * @throws DivergenceException if a loss, a gradient or a weight is not finite, or a
   *     discriminator's loss has exploded; the trainer is then of no use until a checkpoint is
   *     restored
   */
  Map<String, Double> step(double rate) throws IOException {
    SplittableRandom random = random(step);
    try (NDManager scope = torch.manager().newSubManager()) {
      TripletBatch a = batchesA.next(scope, torch.ops(), random.split());
      TripletBatch b = batchesB.next(scope, torch.ops(), random.split());
      return learn(scope, a, b, rate * Rollback.factor(rollbacks), random);
    }
  }

  /** Does one step on given frames. */
  Map<String, Double> learn(
      NDManager scope, TripletBatch a, TripletBatch b, double rate, SplittableRandom random)
      throws IOException {
    GeneratorObjective.Result result =
        torch.differentiating(() -> generatorObjective.compute(scope, a, b));
    Map<String, Double> losses = result.terms().values();
    check(losses);
    torch.backward(result.terms().sum());
    generatorAdam.update(rate);
    learnToJudge(scope, RecycleGan.DISCRIMINATOR_B, b, result.fakesB(), rate, random, losses);
    learnToJudge(scope, RecycleGan.DISCRIMINATOR_A, a, result.fakesA(), rate, random, losses);
    finiteState.check(step + 1);
    step++;
    return losses;
  }

  private void learnToJudge(
      NDManager scope,
      String name,
      TripletBatch reals,
      NDArray fakes,
      double rate,
      SplittableRandom random,
      Map<String, Double> losses)
      throws IOException {
    Network discriminator = gan.network(name);
    NDArray shown = pool(name).query(scope, torch.ops().detach(scope, fakes), random.split());
    discriminator.setLearning(true);
    try {
      NDArray loss =
          torch.differentiating(
              () -> discriminatorObjective.compute(scope, discriminator, reals, shown));
      losses.put(name, (double) loss.getFloat());
      check(losses);
      torch.backward(loss);
      adamOf(name).update(rate);
    } finally {
      discriminator.setLearning(false);
    }
  }

  /**
   * Checks the losses. Those of generators and predictors are bounded, because pictures are; a
   * discriminator's judgements are not, and explode long before they cease to be numbers.
   */
  private void check(Map<String, Double> losses) throws DivergenceException {
    for (Map.Entry<String, Double> loss : losses.entrySet()) {
      boolean exploded =
          pools.containsKey(loss.getKey()) && loss.getValue() > LARGEST_DISCRIMINATOR_LOSS;
      if (!Double.isFinite(loss.getValue()) || exploded) {
        throw new DivergenceException(
            String.format(Locale.ROOT, "the loss %s is %.4g", loss.getKey(), loss.getValue()),
            step + 1);
      }
    }
  }

  /** A stream of its own for every step: the golden-ratio increment keeps neighbours apart. */
  private SplittableRandom random(long number) {
    return new SplittableRandom(config.seed() * 0x9E3779B97F4A7C15L + number);
  }

  private ImagePool pool(String name) {
    return Objects.requireNonNull(pools.get(name), name);
  }

  private Adam adamOf(String name) {
    return Objects.requireNonNull(discriminatorAdams.get(name), name);
  }

  /** Returns how many steps were done, resumed ones included. */
  long stepsDone() {
    return step;
  }

  /** Sets how many steps were done, after weights and moments were restored. */
  void setStepsDone(long steps) {
    step = steps;
  }

  /** Returns how often it was taken back after it had diverged. */
  int rollbacks() {
    return rollbacks;
  }

  /** Sets how often it was taken back; each time lowers the learning rate. */
  void setRollbacks(int count) {
    rollbacks = count;
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
