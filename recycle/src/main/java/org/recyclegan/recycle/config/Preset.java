package org.recyclegan.recycle.config;

import java.util.Locale;

/** Complete configurations to start from: the one place where defaults are written. */
public enum Preset {
  /**
   * Small frames and few filters: a result in minutes on two processor cores. How it was found is
   * in {@code docs/experiments.md}.
   */
  QUICK,
  /** Frames of 128 pixels: hours on a processor, less on a graphics card. */
  STANDARD,
  /** The published script of Recycle-GAN, exactly; meant for a graphics card and days. */
  PAPER;

  /**
   * Returns the configuration.
   *
   * @return with seed 1; of the method {@link Method#RECYCLE_TEMPORAL} where it is {@link #QUICK},
   *     else {@link Method#RECYCLE_GAN}
   */
  public TrainingConfig config() {
    return switch (this) {
      case QUICK ->
          config(
              Method.RECYCLE_TEMPORAL,
              new NetworkSizes(16, 4, 16, 2, 8, 6),
              new Optimisation(1e-3, 0.5, 0.999, 0.3, 1, 0).withAverageHalfLife(150),
              new DataOptions(64, 64, 1, 0.1),
              Budget.steps(3000),
              new Cadence(500, 500, 50, 3));
      case STANDARD ->
          config(
              Method.RECYCLE_GAN,
              new NetworkSizes(32, 6, 32, 3, 32, 7),
              new Optimisation(2e-4, 0.5, 0.999, 0.5, 1, 0).withAverageHalfLife(1000),
              new DataOptions(128, 143, 1, 0.1),
              Budget.steps(20_000),
              new Cadence(1000, 1000, 50, 3));
      case PAPER ->
          config(
              Method.RECYCLE_GAN,
              new NetworkSizes(64, 6, 64, 3, 64, 8),
              new Optimisation(2e-4, 0.5, 0.999, 0.5, 1, 0),
              new DataOptions(256, 286, 1, 0),
              new Budget(Budget.Unit.EPOCHS, 200),
              new Cadence(2000, 2000, 100, 3));
    };
  }

  private static TrainingConfig config(
      Method method,
      NetworkSizes networks,
      Optimisation optimisation,
      DataOptions data,
      Budget budget,
      Cadence cadence) {
    return new TrainingConfig(
        method,
        method.weights(),
        method.objective(),
        networks,
        optimisation,
        data,
        budget,
        cadence,
        1);
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return in lower case
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
