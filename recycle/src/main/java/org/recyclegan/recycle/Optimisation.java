package org.recyclegan.recycle;

/**
 * How the networks learn.
 *
 * @param learningRate of Adam, for every network
 * @param beta1 Adam's decay of the mean
 * @param beta2 Adam's decay of the mean square
 * @param decayStart share of the budget after which the rate falls linearly to zero; 1 for never
 * @param batch triplets of each domain a step
 * @param poolSize fakes a discriminator remembers; 0 switches the image pool off
 */
public record Optimisation(
    double learningRate, double beta1, double beta2, double decayStart, int batch, int poolSize) {

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
  }

  /**
   * Returns the learning rate at a point of the training: constant, then falling linearly to zero.
   *
   * @param used share of the budget used, from 0
   * @return the rate, never below 0
   */
  double rate(double used) {
    if (used <= decayStart) {
      return learningRate;
    }
    return learningRate * Math.max(0, (1 - used) / (1 - decayStart));
  }
}
