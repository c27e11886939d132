package org.recyclegan.studies.faces;

import java.util.SplittableRandom;
import org.recyclegan.studies.Motion;
import org.recyclegan.studies.drawing.Ease;
import org.recyclegan.studies.drawing.Wave;

/** Everything moves on its own: slow turns, quicker talk, now and then a blink. */
final class FaceMotion implements Motion {

  private static final double YAW_HERTZ = 0.17;
  private static final double MOUTH_HERTZ = 0.7;
  private static final double BROWS_HERTZ = 0.27;
  private static final double GAZE_HERTZ = 0.3;

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
      brows.at(seconds),
      blink(seconds % period),
      gaze.at(seconds)
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
