package org.recyclegan.worlds.lanterns;

import java.util.SplittableRandom;
import org.recyclegan.worlds.model.Motion;

/** A sawtooth for every lamp: one pace, random phases. */
final class LampMotion implements Motion {

  /** 0.12 of a cycle a frame at 25 frames a second. */
  static final double CYCLES_PER_SECOND = 3;

  /** Departure from the pace, from clip to clip; at exactly 3 a clip would repeat every second. */
  private static final double PACE_SPREAD = 0.02;

  private final double pace;
  private final double[] phase = new double[Lanterns.COUNT];

  LampMotion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    pace = CYCLES_PER_SECOND * random.nextDouble(1 - PACE_SPREAD, 1 + PACE_SPREAD);
    for (int i = 0; i < phase.length; i++) {
      phase[i] = random.nextDouble();
    }
  }

  @Override
  public double[] at(double seconds) {
    double[] values = new double[phase.length];
    for (int i = 0; i < values.length; i++) {
      double turns = pace * seconds + phase[i];
      values[i] = turns - Math.floor(turns);
    }
    return values;
  }
}
