package org.recyclegan.worlds.faces;

import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Wave;
import org.recyclegan.worlds.model.Motion;

/**
 * Slow turns, quicker talk, now and then a blink. As with people, brows rest low and are raised for
 * a moment, and the eyes go ahead of the head while they also look around. This is what tells
 * raised from lowered and left from right: were brows and gaze symmetric and on their own, a world
 * in which they are exchanged would have the same pictures and the same motion, and no method
 * without pairs could know which is meant.
 */
final class FaceMotion implements Motion {

  private static final double YAW_HERTZ = 0.17;
  private static final double MOUTH_HERTZ = 0.7;
  private static final double BROWS_HERTZ = 0.27;
  private static final double GAZE_HERTZ = 0.3;

  private static final double BROWS_AT_REST = -0.5;

  /** By how long the eyes are where the head is going to be. */
  private static final double EYES_LEAD_SECONDS = 0.3;

  private static final double GAZE_WITH_HEAD = 0.55;

  /** Blinks after which they repeat themselves; more than any clip shows. */
  private static final int BLINKS = 32;

  private static final double BLINK_SECONDS = 0.36;

  private final Wave yaw;
  private final Wave mouth;
  private final Wave brows;
  private final Wave gaze;
  private final double[] blinks = new double[BLINKS];
  private final double period;

  FaceMotion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    yaw = new Wave(YAW_HERTZ, random);
    mouth = new Wave(MOUTH_HERTZ, random);
    brows = new Wave(BROWS_HERTZ, random);
    gaze = new Wave(GAZE_HERTZ, random);
    double time = random.nextDouble(BLINK_SECONDS, 2);
    for (int i = 0; i < BLINKS; i++) {
      blinks[i] = time;
      time += random.nextDouble(0.8, 2.6);
    }
    period = time;
  }

  @Override
  public double[] at(double seconds) {
    return new double[] {
      yaw.at(seconds),
      Ease.smoothstep(-0.75, 0.75, mouth.at(seconds)),
      Ease.mix(BROWS_AT_REST, 1, Ease.smoothstep(0, 0.75, brows.at(seconds))),
      blink(seconds % period),
      Ease.mix(gaze.at(seconds), yaw.at(seconds + EYES_LEAD_SECONDS), GAZE_WITH_HEAD)
    };
  }

  private double blink(double time) {
    double shut = 0;
    for (double middle : blinks) {
      double away = Math.abs(time - middle) / (0.5 * BLINK_SECONDS);
      shut = Math.max(shut, 1 - Ease.smoothstep(0.15, 1, away));
    }
    return shut;
  }
}
