package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkRole.Phase;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Adam;
import org.recyclegan.recycle.nn.Lanes;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;

/**
 * The learning itself. A step is, in the official code's order: generators and predictors together
 * with the discriminators frozen, then the discriminator of B, then that of A, on the fakes from
 * before the generators' update.
 *
 * <p>All randomness of a step comes from the seed and the step's number, so a resumed run draws
 * what an undisturbed one would have drawn. Every tensor of a step lives in the step's own manager
 * and dies with it; only weights, moments and the image pools remain.
 */
public final class Trainer implements AutoCloseable {

  /** Around 1 is usual. By least squares this means judgements 30 away from what they should be. */
  private static final double LARGEST_DISCRIMINATOR_LOSS = 1000;

  private static final String DISCRIMINATOR_A = NetworkRole.DISCRIMINATOR.of(Direction.B2A);
  private static final String DISCRIMINATOR_B = NetworkRole.DISCRIMINATOR.of(Direction.A2B);

  private final TrainingConfig config;
  private final List<Replica> replicas = new ArrayList<>();
  private final Lanes devices;
  private final Replica first;
  private final Adam generatorAdam;
  private final Map<String, Adam> discriminatorAdams = new LinkedHashMap<>();
  private final Map<String, ImagePool> pools = new LinkedHashMap<>();
  private final TripletBatches batchesA;
  private final TripletBatches batchesB;
  private final FiniteState finiteState;
  private final GeneratorAverages averages;
  private final RunningMeans recentLosses = new RunningMeans();
  private long step;
  private int rollbacks;

  public Trainer(Torch torch, TrainingConfig config, TripletSource a, TripletSource b) {
    this(List.of(torch), config, a, b);
  }

  /**
   * Creates a trainer on several devices.
   *
   * @param engines one a device; a step's batches are shared out among them
   * @throws IllegalArgumentException if the batches cannot be shared out evenly, or there is an
   *     image pool, which would have to be one for all
   */
  public Trainer(List<Torch> engines, TrainingConfig config, TripletSource a, TripletSource b) {
    Optimisation o = config.optimisation();
    if (o.accumulate() % engines.size() != 0 || (engines.size() > 1 && o.poolSize() > 0)) {
      throw new IllegalArgumentException(
          "On several devices there is no image pool, and as many batches a step as devices or a"
              + " multiple of it; found "
              + engines.size()
              + " devices, "
              + o.accumulate()
              + " batches and a pool of "
              + o.poolSize());
    }
    this.config = config;
    engines.forEach(torch -> replicas.add(new Replica(torch, config)));
    devices = new Lanes(engines.size(), engines.get(0)::prepareThread);
    first = replicas.get(0);
    generatorAdam = adam(first.gan().networks(Phase.GENERATORS));
    for (String name : List.of(DISCRIMINATOR_B, DISCRIMINATOR_A)) {
      discriminatorAdams.put(name, adam(List.of(first.gan().network(name))));
      pools.put(name, new ImagePool(first.torch(), o.poolSize()));
    }
    batchesA = new TripletBatches(a, config.data().size(), o.batch());
    batchesB = new TripletBatches(b, config.data().size(), o.batch());
    finiteState = new FiniteState(this);
    averages = new GeneratorAverages(first.gan(), o);
  }

  private Adam adam(List<Network> networks) {
    Optimisation o = config.optimisation();
    return new Adam(first.torch(), o.beta1(), o.beta2(), networks);
  }

  /**
   * Does one step.
   *
   * @param rate learning rate of this step, before rollbacks lower it
   * @return every weighted loss term by name, and both discriminators' losses
   * @throws DivergenceException if a loss, a gradient or a weight is not finite, or a
   *     discriminator's loss has exploded; the trainer is then unusable until a checkpoint is
   *     restored
   */
  public Map<String, Double> step(double rate) throws IOException {
    SplittableRandom random = random(step);
    List<NDManager> scopes = new ArrayList<>();
    try {
      replicas.forEach(replica -> scopes.add(replica.torch().manager().newSubManager()));
      List<TripletBatch> a = batches(scopes, batchesA, random.split());
      List<TripletBatch> b = batches(scopes, batchesB, random.split());
      Map<String, Double> losses = learn(scopes, a, b, rate * Rollback.factor(rollbacks), random);
      recentLosses.add(losses);
      return losses;
    } finally {
      scopes.forEach(NDManager::close);
    }
  }

  /** Draws a step's batches; the i-th is the i-th replica's, counted round. */
  private List<TripletBatch> batches(
      List<NDManager> scopes, TripletBatches source, SplittableRandom random) {
    List<TripletBatch> batches = new ArrayList<>();
    for (int i = 0; i < config.optimisation().accumulate(); i++) {
      int replica = i % replicas.size();
      batches.add(source.next(scopes.get(replica), replicas.get(replica).torch().ops(), random));
    }
    return batches;
  }

  /**
   * Does one step on given frames: the mean of the gradients of all batches makes one update.
   *
   * @param scopes of the replicas, for what is made
   * @param a batches of domain A, the i-th in the scope of the i-th replica, counted round
   * @param b as many of domain B, of the same size
   */
  Map<String, Double> learn(
      List<NDManager> scopes,
      List<TripletBatch> a,
      List<TripletBatch> b,
      double rate,
      SplittableRandom random)
      throws IOException {
    double share = 1.0 / a.size();
    List<Replica.Generated> generated =
        onEachBatch(
            a.size(),
            (replica, i) ->
                replica.generate(scope(scopes, i), a.get(i), b.get(i), inputs(i), share));
    RunningMeans terms = new RunningMeans();
    generated.forEach(batch -> terms.add(batch.terms()));
    Map<String, Double> losses = terms.means();
    List<String> learning = first.gan().names(Phase.GENERATORS);
    check(losses, learning);
    others().forEach(other -> other.moveGradients(learning, first));
    replicas.forEach(replica -> replica.setJudging(true));
    try {
      losses.putAll(update(scopes, a, b, generated, rate, random));
    } finally {
      replicas.forEach(replica -> replica.setJudging(false));
    }
    copyWeights();
    finiteState.check(step + 1);
    step++;
    averages.update(step);
    return losses;
  }

  /**
   * Updates all networks: generators and predictors by the gradients that they have, discriminators
   * by those that they get here. What they judge is made already, so that neither lane has to wait
   * for the other in between.
   *
   * @return the discriminators' losses
   */
  private Map<String, Double> update(
      List<NDManager> scopes,
      List<TripletBatch> a,
      List<TripletBatch> b,
      List<Replica.Generated> generated,
      double rate,
      SplittableRandom random)
      throws IOException {
    List<NDArray> shownB =
        shown(DISCRIMINATOR_B, scopes, generated, Replica.Generated::fakesB, random);
    List<NDArray> shownA =
        shown(DISCRIMINATOR_A, scopes, generated, Replica.Generated::fakesA, random);
    List<Map<String, Double>> halves =
        first
            .torch()
            .sideBySide(
                () -> {
                  generatorAdam.updateHalf(0, rate);
                  return updateDiscriminator(DISCRIMINATOR_B, scopes, b, shownB, rate);
                },
                () -> {
                  generatorAdam.updateHalf(1, rate);
                  return updateDiscriminator(DISCRIMINATOR_A, scopes, a, shownA, rate);
                });
    Map<String, Double> losses = new LinkedHashMap<>();
    halves.forEach(losses::putAll);
    check(losses, List.copyOf(discriminatorAdams.keySet()));
    return losses;
  }

  /** One discriminator's loss, from which it has learnt unless it is bad. */
  private Map<String, Double> updateDiscriminator(
      String name,
      List<NDManager> scopes,
      List<TripletBatch> reals,
      List<NDArray> shown,
      double rate) {
    double share = 1.0 / reals.size();
    RunningMeans means = new RunningMeans();
    onEachBatch(
            reals.size(),
            (replica, i) ->
                replica.judge(scope(scopes, i), name, reals.get(i), shown.get(i), share))
        .forEach(loss -> means.add(Map.of(name, loss)));
    Map<String, Double> losses = means.means();
    if (losses.entrySet().stream().noneMatch(this::isBad)) {
      others().forEach(other -> other.moveGradients(List.of(name), first));
      Objects.requireNonNull(discriminatorAdams.get(name), name).update(rate);
    }
    return losses;
  }

  /** The fakes that a discriminator sees: each batch's own, or older ones from its pool. */
  private List<NDArray> shown(
      String discriminator,
      List<NDManager> scopes,
      List<Replica.Generated> generated,
      Function<Replica.Generated, NDArray> fakes,
      SplittableRandom random) {
    ImagePool pool = Objects.requireNonNull(pools.get(discriminator), discriminator);
    SplittableRandom own = random.split();
    List<NDArray> shown = new ArrayList<>();
    for (int i = 0; i < generated.size(); i++) {
      shown.add(pool.query(scope(scopes, i), fakes.apply(generated.get(i)), own));
    }
    return shown;
  }

  private NDManager scope(List<NDManager> scopes, int batch) {
    return scopes.get(batch % replicas.size());
  }

  /** The work of a replica on the i-th batch. */
  private interface Work<T> {
    T on(Replica replica, int batch);
  }

  /** Has each replica do its share of the batches, at the same time as the others. */
  private <T> List<T> onEachBatch(int batches, Work<T> work) {
    List<Supplier<T>> computations = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      int batch = i;
      Replica replica = replicas.get(i % replicas.size());
      computations.add(() -> work.on(replica, batch));
    }
    return devices.run(computations);
  }

  /** The first replica is updated by the gradients of all; these take its weights. */
  private List<Replica> others() {
    return replicas.subList(1, replicas.size());
  }

  private void copyWeights() {
    List<String> all = List.copyOf(first.gan().networks().keySet());
    others().forEach(other -> other.copyWeights(all, first));
  }

  /**
   * Checks the losses; where one is bad, the gradients that others have left are unusable. Those of
   * generators and predictors are bounded, because pictures are; a discriminator's judgements are
   * not, and explode long before they cease to be numbers.
   */
  private void check(Map<String, Double> losses, List<String> learning) throws DivergenceException {
    for (Map.Entry<String, Double> loss : losses.entrySet()) {
      if (isBad(loss)) {
        for (Replica replica : replicas) {
          learning.forEach(name -> replica.gan().network(name).discardGradients());
        }
        throw new DivergenceException(
            String.format(Locale.ROOT, "the loss %s is %.4g", loss.getKey(), loss.getValue()),
            step + 1);
      }
    }
  }

  private boolean isBad(Map.Entry<String, Double> loss) {
    boolean exploded =
        pools.containsKey(loss.getKey()) && loss.getValue() > LARGEST_DISCRIMINATOR_LOSS;
    return !Double.isFinite(loss.getValue()) || exploded;
  }

  /** Returns the random inputs of the terms for a step's i-th batch. */
  private RandomInputs inputs(int batch) {
    return RandomInputs.seeded(random(step).nextLong() + batch);
  }

  /** A stream of its own for every step: the golden-ratio increment keeps neighbours apart. */
  private SplittableRandom random(long number) {
    return new SplittableRandom(config.seed() * 0x9E3779B97F4A7C15L + number);
  }

  /** Returns how many steps were done, resumed ones included. */
  public long stepsDone() {
    return step;
  }

  /** Sets how many steps were done, after weights and moments were restored. */
  public void setStepsDone(long steps) {
    step = steps;
    copyWeights();
  }

  /**
   * Returns the losses of the steps since they were last written down; the caller that writes them
   * down resets them.
   */
  public RunningMeans recentLosses() {
    return recentLosses;
  }

  /** Returns how often it was taken back after it had diverged. */
  public int rollbacks() {
    return rollbacks;
  }

  /** Sets how often it was taken back; each time lowers the learning rate. */
  public void setRollbacks(int count) {
    rollbacks = count;
  }

  /** Returns the engine of the first replica. */
  public Torch torch() {
    return first.torch();
  }

  /** Returns the replicas; the first is the one that is saved. */
  List<Replica> replicas() {
    return replicas;
  }

  public RecycleGan gan() {
    return first.gan();
  }

  /** Returns the averages of the generators' weights, which there may be none of. */
  GeneratorAverages averages() {
    return averages;
  }

  /** Returns the optimisers by name: {@code generators}, and each discriminator's. */
  public Map<String, Adam> optimisers() {
    Map<String, Adam> all = new LinkedHashMap<>();
    all.put("generators", generatorAdam);
    all.putAll(discriminatorAdams);
    return all;
  }

  /** Returns the image pools by the discriminator they serve. */
  public Map<String, ImagePool> pools() {
    return pools;
  }

  @Override
  public void close() {
    devices.close();
    pools.values().forEach(ImagePool::close);
    averages.close();
    replicas.forEach(Replica::close);
  }
}
