package org.recyclegan.studies.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * True pictures with their states to calibrate on: moments of motions of their own, which are
 * neither those of training clips nor the held-out ones.
 */
final class TrueFrames {

  /** Apart from the keys that clips get their motions by. */
  private static final long CALIBRATION = 5L << 32;

  private static final int MOTIONS = 200;
  private static final int MOMENTS = 5;

  /** As long as a clip is by default. */
  private static final double SECONDS = 6;

  private TrueFrames() {}

  /**
   * A picture of which the state is known.
   *
   * @param state of the world
   * @param rgb the picture
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  record Sample(double[] state, byte[] rgb) {}

  /** Draws them. */
  static List<Sample> draw(World world, Side domain, int size, long seed) {
    Skin skin = world.skin(domain, size, seed);
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, CALIBRATION));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < MOTIONS; i++) {
      var motion = world.motion(Seeds.mix(seed, CALIBRATION + 1 + i));
      for (int k = 0; k < MOMENTS; k++) {
        double[] state = motion.at(random.nextDouble(SECONDS));
        samples.add(new Sample(state, skin.draw(state, random.nextLong())));
      }
    }
    return samples;
  }

  /** Describes how many there are. */
  static String description() {
    return MOTIONS * MOMENTS
        + " true pictures of "
        + MOTIONS
        + " motions that are neither trained on nor held out";
  }
}
