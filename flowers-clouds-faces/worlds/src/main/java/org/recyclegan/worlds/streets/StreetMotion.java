package org.recyclegan.worlds.streets;

import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Wave;
import org.recyclegan.worlds.model.Motion;

/** Drives along, now faster, now slower, never quite straight. */
final class StreetMotion implements Motion {

  private static final double SPEED = 8;
  private static final double SPEED_CHANGE = 2.5;
  private static final double SPEED_HERTZ = 0.1;
  private static final double SIDEWAYS = 0.5;
  private static final double SIDEWAYS_HERTZ = 0.13;
  private static final double TURN = 0.07;
  private static final double TURN_HERTZ = 0.16;
  private static final double GAP_NEAR = 5;
  private static final double GAP_FAR = 13;
  private static final double GAP_HERTZ = 0.08;
  private static final double ONCOMING_SPEED = 6;
  private static final double WALKING_SPEED = 1.3;
  private static final double LONGEST_START = 50_000;

  private final int condition;
  private final double start;
  private final double startOncoming;
  private final double startWalk;
  private final Wave speed;
  private final Wave sideways;
  private final Wave turn;
  private final Wave gap;

  StreetMotion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    condition = random.nextInt(Condition.values().length);
    start = random.nextDouble(LONGEST_START);
    startOncoming = random.nextDouble(LONGEST_START);
    startWalk = random.nextDouble(LONGEST_START);
    speed = new Wave(SPEED_HERTZ, random);
    sideways = new Wave(SIDEWAYS_HERTZ, random);
    turn = new Wave(TURN_HERTZ, random);
    gap = new Wave(GAP_HERTZ, random);
  }

  @Override
  public double[] at(double seconds) {
    return new double[] {
      condition,
      start + SPEED * seconds + SPEED_CHANGE * speed.integral(seconds),
      SPEED + SPEED_CHANGE * speed.at(seconds),
      SIDEWAYS * sideways.at(seconds),
      TURN * turn.at(seconds),
      gap.between(GAP_NEAR, GAP_FAR, seconds),
      startOncoming + ONCOMING_SPEED * seconds,
      startWalk + WALKING_SPEED * seconds
    };
  }
}
