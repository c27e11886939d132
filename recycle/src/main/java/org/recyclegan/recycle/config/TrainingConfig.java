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

  /**
   * Returns this with another method, its weights and its objective.
   *
   * @param newMethod the method
   * @return a copy
   */
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

  /**
   * Returns this with other losses.
   *
   * @param newObjective which losses, on which frames
   * @return a copy
   */
  public TrainingConfig withObjective(ObjectiveOptions newObjective) {
    return new TrainingConfig(
        method, weights, newObjective, networks, optimisation, data, budget, cadence, seed);
  }

  /**
   * Returns this with other sizes of the networks.
   *
   * @param newNetworks the sizes
   * @return a copy
   */
  public TrainingConfig withNetworks(NetworkSizes newNetworks) {
    return new TrainingConfig(
        method, weights, objective, newNetworks, optimisation, data, budget, cadence, seed);
  }

  /**
   * Returns this in another precision.
   *
   * @param newPrecision of the networks' convolutions
   * @return a copy
   */
  public TrainingConfig withPrecision(Precision newPrecision) {
    return new TrainingConfig(
        method,
        weights,
        objective,
        networks,
        optimisation.withPrecision(newPrecision),
        data,
        budget,
        cadence,
        seed);
  }

  /**
   * Returns this configuration with other data options.
   *
   * @param newData options to use
   * @return a changed copy
   */
  public TrainingConfig withData(DataOptions newData) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, newData, budget, cadence, seed);
  }

  /**
   * Returns this with another budget.
   *
   * @param newBudget how long to train
   * @return a copy
   */
  public TrainingConfig withBudget(Budget newBudget) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, data, newBudget, cadence, seed);
  }

  /**
   * Returns this with another seed.
   *
   * @param newSeed the seed
   * @return a copy
   */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        method, weights, objective, networks, optimisation, data, budget, cadence, newSeed);
  }

  /**
   * Returns this for another training size: the load size keeps its proportion to it, and
   * predictors halve as often as the new size allows.
   *
   * @param size side of the square crop, in pixels
   * @return a copy
   * @throws IllegalArgumentException if the size is out of range
   */
  public TrainingConfig withSize(int size) {
    int loadSize = (int) Math.round((double) size * data.loadSize() / data.size());
    DataOptions newData =
        new DataOptions(
            size, loadSize, data.stride(), data.heldOut(), data.layout(), data.content());
    int depth = Math.max(5, Math.min(8, 31 - Integer.numberOfLeadingZeros(size)));
    NetworkSizes newNetworks =
        new NetworkSizes(
            networks.generatorFilters(),
            networks.generatorBlocks(),
            networks.discriminatorFilters(),
            networks.discriminatorLayers(),
            networks.predictorFilters(),
            depth);
    return new TrainingConfig(
        method, weights, objective, newNetworks, optimisation, newData, budget, cadence, seed);
  }

  /**
   * Returns this with a budget of epochs turned into one of steps.
   *
   * @param tripletsA triplets of domain A
   * @param tripletsB triplets of domain B
   * @return a copy, or this where the budget is of another unit
   */
  public TrainingConfig resolved(int tripletsA, int tripletsB) {
    return withBudget(
        budget.resolved(Math.max(tripletsA, tripletsB), optimisation.tripletsPerStep()));
  }
}
