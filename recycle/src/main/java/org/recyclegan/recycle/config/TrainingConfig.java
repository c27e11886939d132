package org.recyclegan.recycle.config;

import org.recyclegan.recycle.nn.Precision;

/**
 * Everything that decides a training run but the videos themselves. Saved with the run and in every
 * checkpoint, so that nothing has to be said twice. Defaults live in {@link Preset} and {@link
 * Method} only.
 *
 * @param method what is trained; names the run, the weights decide
 * @param weights of the loss terms
 * @param objective which losses, on which frames
 * @param networks sizes of the networks
 * @param optimisation learning rate, batch, image pool
 * @param data sizes and stride of the frames
 * @param budget how long
 * @param cadence how often to save and to show
 * @param seed decides initial weights, data order and image pool
 */
public record TrainingConfig(
    Method method,
    LossWeights weights,
    ObjectiveOptions objective,
    NetworkSizes networks,
    Optimisation optimisation,
    DataOptions data,
    Budget budget,
    Cadence cadence,
    long seed) {

  /** Returns this with another method, its weights and its objective. */
  public TrainingConfig withMethod(Method newMethod) {
    return new TrainingConfig(
        newMethod,
        newMethod.weights(),
        newMethod.objective(),
        networks,
        optimisation,
        data,
        budget,
        cadence,
        seed);
  }

  /** Returns this with other weights of the loss terms. */
  public TrainingConfig withWeights(LossWeights newWeights) {
    return new TrainingConfig(
        method, newWeights, objective, networks, optimisation, data, budget, cadence, seed);
  }

  /** Returns this with other losses. */
  public TrainingConfig withObjective(ObjectiveOptions newObjective) {
    return new TrainingConfig(
        method, weights, newObjective, networks, optimisation, data, budget, cadence, seed);
  }

  /** Returns this with other sizes of the networks. */
  public TrainingConfig withNetworks(NetworkSizes newNetworks) {
    return new TrainingConfig(
        method, weights, objective, newNetworks, optimisation, data, budget, cadence, seed);
  }

  /** Returns this with another way of learning. */
  public TrainingConfig withOptimisation(Optimisation newOptimisation) {
    return new TrainingConfig(
        method, weights, objective, networks, newOptimisation, data, budget, cadence, seed);
  }

  /** Returns this in another precision. */
  public TrainingConfig withPrecision(Precision newPrecision) {
    return withOptimisation(optimisation.withPrecision(newPrecision));
  }

  /** Returns this with other data options. */
  public TrainingConfig withData(DataOptions newData) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, newData, budget, cadence, seed);
  }

  /** Returns this with another budget. */
  public TrainingConfig withBudget(Budget newBudget) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, data, newBudget, cadence, seed);
  }

  /** Returns this with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, data, budget, cadence, newSeed);
  }

  /**
   * Returns this for another training size: the load size keeps its proportion to it, and
   * predictors halve as often as the new size allows.
   *
   * @param size side of the square crop, in pixels
   * @throws IllegalArgumentException if the size is out of range
   */
  public TrainingConfig withSize(int size) {
    int loadSize = (int) Math.round((double) size * data.loadSize() / data.size());
    DataOptions newData =
        new DataOptions(
            size, loadSize, data.stride(), data.heldOut(), data.layout(), data.content());
    int depth = Math.max(5, Math.min(8, 31 - Integer.numberOfLeadingZeros(size)));
    NetworkSizes newNetworks =
        networks.of(NetworkRole.PREDICTOR).sizes().containsKey("depth")
            ? networks.with(NetworkRole.PREDICTOR, choice -> choice.withSize("depth", depth))
            : networks;
    return new TrainingConfig(
        method, weights, objective, newNetworks, optimisation, newData, budget, cadence, seed);
  }

  /**
   * Returns this with a budget of epochs turned into one of steps.
   *
   * @param tripletsA triplets of domain A
   * @param tripletsB triplets of domain B
   * @return this if the budget is of another unit
   */
  public TrainingConfig resolved(int tripletsA, int tripletsB) {
    return withBudget(
        budget.resolved(Math.max(tripletsA, tripletsB), optimisation.tripletsPerStep()));
  }
}
