package org.recyclegan.worlds.clouds;

import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Wave;
import org.recyclegan.worlds.model.Motion;

/**
 * A steady wind with gusts along and across it. The clouds' place is the wind's exact integral, so
 * that every frame follows from the one before.
 */
final class CloudMotion implements Motion {

  private static final double COVER_LOW = 0.2;
  private static final double COVER_HIGH = 0.8;
  private static final double COVER_HERTZ = 0.11;
  private static final double GUST_HERTZ = 0.17;
  private static final double LIGHT_HERTZ = 0.09;
  private static final double GUST_ALONG = 0.35;
  private static final double GUST_ACROSS = 0.45;

  /** Half the width of the square in which clips start; far more than a clip crosses. */
  private static final double FARTHEST_START = 100;

  private final double steady;
  private final double direction;
  private final double startRight;
  private final double startUp;
  private final Wave along;
  private final Wave across;
  private final Wave cover;
  private final Wave light;

  CloudMotion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    steady = random.nextDouble(0.2, 0.4);
    direction = random.nextDouble(-Math.PI, Math.PI);
    startRight = random.nextDouble(-FARTHEST_START, FARTHEST_START);
    startUp = random.nextDouble(-FARTHEST_START, FARTHEST_START);
    along = new Wave(GUST_HERTZ, random);
    across = new Wave(GUST_HERTZ, random);
    cover = new Wave(COVER_HERTZ, random);
    light = new Wave(LIGHT_HERTZ, random);
  }

  @Override
  public double[] at(double seconds) {
    double ahead = 1 + GUST_ALONG * along.at(seconds);
    double aside = GUST_ACROSS * across.at(seconds);
    double wayAhead = steady * (seconds + GUST_ALONG * along.integral(seconds));
    double wayAside = steady * GUST_ACROSS * across.integral(seconds);
    double cosine = Math.cos(direction);
    double sine = Math.sin(direction);
    return new double[] {
      cover.between(COVER_LOW, COVER_HIGH, seconds),
      steady * Math.hypot(ahead, aside),
      // Gusts never turn the wind round, so this has no jumps from pi to -pi.
      direction + Math.atan2(aside, ahead),
      startRight + wayAhead * cosine - wayAside * sine,
      startUp + wayAhead * sine + wayAside * cosine,
      light.between(0, 1, seconds)
    };
  }
}
