package org.recyclegan.recycle.config;

import org.recyclegan.recycle.nn.Precision;

/**
 * How the networks learn.
 *
 * @param learningRate of Adam, for every network
 * @param beta1 Adam's decay of the mean
 * @param beta2 Adam's decay of the mean square
 * @param decayStart share of the budget after which the rate falls linearly to zero; 1 for never
 * @param batch triplets of each domain that go through the networks together
 * @param poolSize fakes a discriminator remembers; 0 switches the image pool off
 * @param accumulate batches whose gradients make one step
 * @param precision of the networks' convolutions
 */
public record Optimisation(
    double learningRate,
    double beta1,
    double beta2,
    double decayStart,
    int batch,
    int poolSize,
    int accumulate,
    Precision precision) {

  /**
   * One batch a step, in float32: what was published.
   *
   * @param learningRate of Adam, for every network
   * @param beta1 Adam's decay of the mean
   * @param beta2 Adam's decay of the mean square
   * @param decayStart share of the budget after which the rate falls linearly to zero; 1 for never
   * @param batch triplets of each domain a step
   * @param poolSize fakes a discriminator remembers; 0 switches the image pool off
   * @throws IllegalArgumentException if one is out of its range
   */
  public Optimisation(
      double learningRate, double beta1, double beta2, double decayStart, int batch, int poolSize) {
    this(learningRate, beta1, beta2, decayStart, batch, poolSize, 1, Precision.FLOAT32);
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Optimisation {
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "The learning rate must be above 0 and at most 1, found " + learningRate);
    }
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "Adam's betas must be at least 0 and below 1, found " + beta1 + " and " + beta2);
    }
    if (!(decayStart >= 0 && decayStart <= 1)) {
      throw new IllegalArgumentException(
          "The decay must start between 0 and 1 of the budget, found " + decayStart);
    }
    if (batch < 1 || poolSize < 0) {
      throw new IllegalArgumentException(
          "The batch must be at least 1 and the image pool at least 0, found "
              + batch
              + " and "
              + poolSize);
    }
    if (accumulate < 1) {
      throw new IllegalArgumentException(
          "At least 1 batch must be accumulated for a step, found " + accumulate);
    }
  }

  /**
   * Returns how many triplets of each domain a step learns from.
   *
   * @return batch times accumulated batches
   */
  public int tripletsPerStep() {
    return batch * accumulate;
  }

  /** Returns this with another precision of the networks' convolutions. */
  public Optimisation withPrecision(Precision newPrecision) {
    return new Optimisation(
        learningRate, beta1, beta2, decayStart, batch, poolSize, accumulate, newPrecision);
  }

  /**
   * Returns the learning rate at a point of the training: constant, then falling linearly to zero.
   *
   * @param used share of the budget used, from 0
   * @return the rate, never below 0
   */
  public double rate(double used) {
    if (used <= decayStart) {
      return learningRate;
    }
    return learningRate * Math.max(0, (1 - used) / (1 - decayStart));
  }
}
