package org.recyclegan.worlds.flowers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.Wave;
import org.recyclegan.worlds.model.Motion;

/**
 * Opens slowly, stays, wilts faster, rests, and so on, each time a little differently; meanwhile
 * the head sways with frequencies that have no common period.
 */
final class FlowerMotion implements Motion {

  /** Cycles after which the bloom repeats itself; more than any clip shows. */
  private static final int CYCLES = 24;

  private static final double SWAY_BASE_HERTZ = 0.29;

  /** A stretch during which the bloom goes from one value to another. */
  private record Stretch(double start, double length, double from, double to) {}

  private final List<Stretch> stretches = new ArrayList<>();
  private final double period;
  private final double offset;
  private final Wave sway;

  FlowerMotion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double time = 0;
    double low = random.nextDouble(0, 0.08);
    double first = low;
    for (int i = 0; i < CYCLES; i++) {
      double high = random.nextDouble(0.86, 1);
      double next = i == CYCLES - 1 ? first : random.nextDouble(0, 0.08);
      time = add(time, random.nextDouble(2.2, 3.2), low, high);
      time = add(time, random.nextDouble(0.3, 0.8), high, high);
      time = add(time, random.nextDouble(0.9, 1.4), high, next);
      time = add(time, random.nextDouble(0.2, 0.5), next, next);
      low = next;
    }
    period = time;
    offset = random.nextDouble(period);
    sway = new Wave(SWAY_BASE_HERTZ, random);
  }

  private double add(double start, double length, double from, double to) {
    stretches.add(new Stretch(start, length, from, to));
    return start + length;
  }

  @Override
  public double[] at(double seconds) {
    return new double[] {bloom((seconds + offset) % period), sway.at(seconds)};
  }

  private double bloom(double time) {
    for (Stretch stretch : stretches) {
      if (time < stretch.start + stretch.length) {
        double t = (time - stretch.start) / stretch.length;
        return Ease.mix(stretch.from, stretch.to, Ease.smoothstep(0, 1, t));
      }
    }
    return stretches.get(stretches.size() - 1).to;
  }
}
