package org.recyclegan.worlds.drawing;

import java.util.SplittableRandom;

/**
 * A smooth motion that never quite repeats: three sine waves whose frequencies stand in the golden
 * ratio, so that they have no common period.
 */
public final class Wave {

  private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;
  private static final double[] SHARE = {0.55, 0.3, 0.15};

  private final double[] radiansPerSecond = new double[SHARE.length];
  private final double[] phase = new double[SHARE.length];

  /**
   * Creates a wave.
   *
   * @param hertz of the slowest and strongest part, give or take a sixth
   * @param random source of that and of the phases
   */
  public Wave(double hertz, SplittableRandom random) {
    double rate = 2 * Math.PI * hertz * random.nextDouble(0.85, 1.15);
    for (int i = 0; i < SHARE.length; i++) {
      radiansPerSecond[i] = rate;
      phase[i] = random.nextDouble(2 * Math.PI);
      rate *= GOLDEN_RATIO;
    }
  }

  /**
   * Returns the value.
   *
   * @param seconds when
   * @return from -1 to 1
   */
  public double at(double seconds) {
    double sum = 0;
    for (int i = 0; i < SHARE.length; i++) {
      sum += SHARE[i] * Math.sin(radiansPerSecond[i] * seconds + phase[i]);
    }
    return sum;
  }

  /**
   * Returns the value, stretched to a range.
   *
   * @param seconds when
   * @param low least value
   * @param high greatest value
   * @return from low to high
   */
  public double between(double low, double high, double seconds) {
    return Ease.mix(low, high, 0.5 + 0.5 * at(seconds));
  }

  /**
   * Returns the integral from 0, exactly.
   *
   * @param seconds upper end
   * @return value times seconds
   */
  public double integral(double seconds) {
    double sum = 0;
    for (int i = 0; i < SHARE.length; i++) {
      double w = radiansPerSecond[i];
      sum += SHARE[i] / w * (Math.cos(phase[i]) - Math.cos(w * seconds + phase[i]));
    }
    return sum;
  }
}
