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
 * @param averageHalfLife steps in which a step's part in the averaged generators falls to half; 0
 *     for generators that are not averaged
 */
public record Optimisation(
    double learningRate,
    double beta1,
    double beta2,
    double decayStart,
    int batch,
    int poolSize,
    int accumulate,
    Precision precision,
    int averageHalfLife) {

  /**
   * The most that the half-life of averages is, as a share of the steps done: else what the
   * networks were at first, which is noise, would stay in them. The rule is that of StyleGAN2
   * (Karras et al., CVPR 2020), which takes half of this share; its trainings are longer.
   */
  private static final double AVERAGED_SHARE = 0.1;

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
   * Without averaged generators, as was published.
   *
   * @param learningRate of Adam, for every network
   * @param beta1 Adam's decay of the mean
   * @param beta2 Adam's decay of the mean square
   * @param decayStart share of the budget after which the rate falls linearly to zero; 1 for never
   * @param batch triplets of each domain that go through the networks together
   * @param poolSize fakes a discriminator remembers; 0 switches the image pool off
   * @param accumulate batches whose gradients make one step
   * @param precision of the networks' convolutions
   * @throws IllegalArgumentException if one is out of its range
   */
  public Optimisation(
      double learningRate,
      double beta1,
      double beta2,
      double decayStart,
      int batch,
      int poolSize,
      int accumulate,
      Precision precision) {
    this(learningRate, beta1, beta2, decayStart, batch, poolSize, accumulate, precision, 0);
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
    if (averageHalfLife < 0) {
      throw new IllegalArgumentException(
          "The half-life of the averaged generators must be at least 0 steps, found "
              + averageHalfLife);
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
        learningRate,
        beta1,
        beta2,
        decayStart,
        batch,
        poolSize,
        accumulate,
        newPrecision,
        averageHalfLife);
  }

  /** Returns this with another half-life of the averaged generators, in steps; 0 for none. */
  public Optimisation withAverageHalfLife(int newHalfLife) {
    return new Optimisation(
        learningRate,
        beta1,
        beta2,
        decayStart,
        batch,
        poolSize,
        accumulate,
        precision,
        newHalfLife);
  }

  /** Returns whether there are averaged generators. */
  public boolean averages() {
    return averageHalfLife > 0;
  }

  /**
   * Returns the d of the averaged weights, d · average + (1 − d) · weights, after a step. It comes
   * from the step's number alone, so that a resumed training averages as an undisturbed one would
   * have: the half-life is the configured one, or a tenth of the steps done while that is less.
   *
   * @param step that was just done, from 1
   * @return from 0, below 1
   * @throws IllegalStateException if there are no averaged generators
   */
  public double averageDecay(long step) {
    if (!averages()) {
      throw new IllegalStateException("The generators are not averaged");
    }
    return Math.pow(0.5, 1 / Math.min(averageHalfLife, AVERAGED_SHARE * step));
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
