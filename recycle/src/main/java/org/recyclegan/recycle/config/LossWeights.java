package org.recyclegan.recycle.config;

/**
 * The weight of every loss term, each for both directions. A term without weight is not computed.
 *
 * @param adversarial of the generators' adversarial loss, equation 2 of the paper
 * @param cycle of ‖x_t − G_BA(G_AB(x_t))‖, equation 3
 * @param recurrent of ‖x_{t+2} − P_A(x_t, x_{t+1})‖, equation 4
 * @param recycle of ‖x_{t+2} − G_BA(P_B(G_AB(x_t), G_AB(x_{t+1})))‖, equation 5
 * @param identity of ‖x_t − G_BA(x_t)‖, from CycleGAN's section 5.2
 */
public record LossWeights(
    double adversarial, double cycle, double recurrent, double recycle, double identity) {

  /**
   * Checks the weights.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or if all are zero
   */
  public LossWeights {
    check("adversarial", adversarial);
    check("cycle", cycle);
    check("recurrent", recurrent);
    check("recycle", recycle);
    check("identity", identity);
    if (adversarial + cycle + recurrent + recycle + identity == 0) {
      throw new IllegalArgumentException("At least one loss term must have a weight above 0");
    }
  }

  /** Refuses a weight that is negative or not finite. */
  static void check(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "The weight of the " + name + " loss must be 0 or more, found " + weight);
    }
  }

  /**
   * Tells whether time is looked at: with predictors, on triplets of frames; else single frames do.
   *
   * @return whether the recurrent or the recycle loss has weight
   */
  public boolean temporal() {
    return recurrent > 0 || recycle > 0;
  }
}
