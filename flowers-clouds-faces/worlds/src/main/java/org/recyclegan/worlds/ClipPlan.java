package org.recyclegan.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.World;

/**
 * One clip to draw.
 *
 * @param name without extension, for example "test-a-000"
 * @param domain whose skin draws it
 * @param motionSeed what moves; held-out clips of A and B with the same number share it
 * @param noiseSeed of its camera noise
 */
record ClipPlan(String name, Side domain, long motionSeed, long noiseSeed) {

  private static final long TEST = 1L << 32;
  private static final long TRAINING = 2L << 32;
  private static final long NOISE = 3L << 32;

  String fileName() {
    return name + ".mp4";
  }

  /**
   * Lists all clips: training clips of different motions, then held-out pairs of one motion. Where
   * a world has several kinds of motion, clip i is of kind i, beginning again after the last.
   */
  static List<ClipPlan> of(World world, DrawOptions options) {
    List<ClipPlan> plans = new ArrayList<>();
    for (int i = 0; i < options.clips(); i++) {
      for (Side domain : Side.values()) {
        long key = TRAINING + 2L * i + (domain == Side.A ? 0 : 1);
        plans.add(plan(world, "", domain, i, options.seed(), key));
      }
    }
    for (int i = 0; i < options.testClips(); i++) {
      for (Side domain : Side.values()) {
        plans.add(plan(world, "test-", domain, i, options.seed(), TEST + i));
      }
    }
    return plans;
  }

  private static ClipPlan plan(
      World world, String prefix, Side domain, int number, long seed, long motionKey) {
    String name = String.format(Locale.ROOT, "%s%s-%03d", prefix, domain.letter(), number);
    long motionSeed = Seeds.mix(seed, motionKey);
    while (world.kind(motionSeed) != number % world.kinds()) {
      motionSeed = Seeds.mix(motionSeed, motionKey);
    }
    return new ClipPlan(name, domain, motionSeed, Seeds.mix(seed, NOISE + name.hashCode()));
  }
}
