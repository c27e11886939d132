package org.recyclegan.worlds.drawing;

import java.util.SplittableRandom;

/**
 * Smooth noise over the plane and its fractal sum (K. Perlin, "Improving noise", SIGGRAPH 2002):
 * random slopes at the lattice's integer points, joined by a curve with two continuous derivatives.
 * It repeats after {@value #PERIOD} cells, more than any clip shows.
 */
public final class GradientNoise {

  private static final int PERIOD = 1024;
  private static final int MASK = PERIOD - 1;

  /** Between octaves; not a whole number, so that their lattices do not meet. */
  private static final double LACUNARITY = 2.03;

  private final short[] order = new short[2 * PERIOD];
  private final float[] slopeX = new float[PERIOD];
  private final float[] slopeY = new float[PERIOD];

  /**
   * Creates a noise.
   *
   * @param seed the same seed, the same noise
   */
  public GradientNoise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < PERIOD; i++) {
      order[i] = (short) i;
      double angle = random.nextDouble(2 * Math.PI);
      slopeX[i] = (float) Math.cos(angle);
      slopeY[i] = (float) Math.sin(angle);
    }
    for (int i = PERIOD - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      short swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    System.arraycopy(order, 0, order, PERIOD, PERIOD);
  }

  /**
   * Returns one octave.
   *
   * @param x across, one cell a unit
   * @param y down
   * @return about -0.7 to 0.7, mean 0
   */
  public double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    double fx = x - floorX;
    double fy = y - floorY;
    int left = (int) floorX & MASK;
    int right = (left + 1) & MASK;
    int top = (int) floorY & MASK;
    int bottom = (top + 1) & MASK;
    double sx = fade(fx);
    double upper = Ease.mix(slope(left, top, fx, fy), slope(right, top, fx - 1, fy), sx);
    double lower =
        Ease.mix(slope(left, bottom, fx, fy - 1), slope(right, bottom, fx - 1, fy - 1), sx);
    return Ease.mix(upper, lower, fade(fy));
  }

  /**
   * Returns a fractal sum: every octave is about twice as fine and half as strong.
   *
   * @param x across, one cell of the coarsest octave a unit
   * @param y down
   * @param octaves how many
   * @return mean 0, standard deviation about 0.3
   */
  public double fractal(double x, double y, int octaves) {
    double sum = 0;
    double strength = 1;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(x * scale + 17.3 * i, y * scale - 9.7 * i);
      strength *= 0.5;
      scale *= LACUNARITY;
    }
    return sum;
  }

  private double slope(int x, int y, double dx, double dy) {
    int i = order[order[x] + y];
    return slopeX[i] * dx + slopeY[i] * dy;
  }

  private static double fade(double t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }
}
