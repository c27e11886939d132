package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.config.NetworkRole.Phase;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Gradients;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.DiscriminatorObjective;
import org.recyclegan.recycle.objective.GeneratorObjective;
import org.recyclegan.recycle.objective.LossTerms;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.recycle.objective.terms.Terms;

/**
 * All networks on one device, and the gradients of batches there. A training on several devices has
 * as many replicas with equal weights: each adds up the gradients of its share of a step's batches,
 * the first takes the sum over all of them and makes the update, the others copy its weights.
 * (DJL's own parameter server updates each device by itself, which drifts apart.)
 */
final class Replica implements AutoCloseable {

  private final Torch torch;
  private final RecycleGan gan;
  private final GeneratorObjective generatorObjective;
  private final DiscriminatorObjective discriminatorObjective;

  Replica(Torch torch, TrainingConfig config) {
    this.torch = torch;
    WeightedTerms terms = Terms.of(config.weights());
    gan =
        new RecycleGan(
            torch,
            config.networks(),
            terms.roles(),
            config.objective().discriminatorFrames(),
            config.optimisation().precision(),
            config.seed());
    gan.networks(Phase.GENERATORS).forEach(network -> network.setLearning(true));
    generatorObjective = new GeneratorObjective(gan, terms, config.objective(), torch.ops());
    discriminatorObjective =
        new DiscriminatorObjective(torch.ops(), terms.temporal(), config.objective());
  }

  /**
   * What the generators' phase made of a batch.
   *
   * @param terms weighted losses by name
   * @param fakesA what the discriminator of A will see, without history
   * @param fakesB what the discriminator of B will see, without history
   */
  record Generated(Map<String, Double> terms, NDArray fakesA, NDArray fakesB) {}

  /**
   * Adds the generators' and predictors' gradients of a batch: those of each way unless one of its
   * losses is not finite.
   *
   * @param scope owner of the fakes
   * @param random inputs of terms that have any
   * @param share what to multiply the gradients by
   */
  Generated generate(
      NDManager scope, TripletBatch a, TripletBatch b, RandomInputs random, double share) {
    try (NDManager graph = scope.newSubManager()) {
      GeneratorObjective.Result result =
          generatorObjective.compute(torch, graph, a, b, random, half -> gradients(half, share));
      return new Generated(
          result.values(),
          torch.ops().detach(scope, result.fakesA()),
          torch.ops().detach(scope, result.fakesB()));
    }
  }

  private Gradients gradients(GeneratorObjective.Half half, double share) {
    LossTerms terms = half.terms();
    return terms.values().values().stream().allMatch(Double::isFinite)
        ? torch.gradients(terms.sum(), share, half.learning())
        : Gradients.none();
  }

  /**
   * Adds a discriminator's gradients of a batch. Never divided over the engine's lanes: where there
   * are several devices this runs in a lane of theirs, while the first engine's own lanes, each
   * with a discriminator, wait for it. It would wait for them, and they for it.
   *
   * @param shown fakes
   * @param share what to multiply the gradients by
   */
  double judge(NDManager scope, String name, TripletBatch reals, NDArray shown, double share) {
    Network discriminator = gan.network(name);
    try (NDManager graph = scope.newSubManager()) {
      NDArray loss =
          torch.differentiating(
              () -> discriminatorObjective.compute(graph, discriminator, reals, shown));
      double value = loss.getFloat();
      if (Double.isFinite(value)) {
        torch.backward(loss, share, List.of(discriminator));
      }
      return value;
    }
  }

  /** Lets the discriminators learn, or freezes them for the generators' phase. */
  void setJudging(boolean judging) {
    gan.networks(Phase.DISCRIMINATORS).forEach(network -> network.setLearning(judging));
  }

  /** Moves the gradients of some networks to those of the same names in another replica. */
  void moveGradients(List<String> networks, Replica target) {
    networks.forEach(name -> target.gan.network(name).takeGradients(gan.network(name)));
  }

  /** Copies the weights of some networks from another replica. */
  void copyWeights(List<String> networks, Replica source) {
    networks.forEach(name -> gan.network(name).copyWeights(source.gan.network(name)));
  }

  Torch torch() {
    return torch;
  }

  RecycleGan gan() {
    return gan;
  }

  @Override
  public void close() {
    gan.close();
  }
}
