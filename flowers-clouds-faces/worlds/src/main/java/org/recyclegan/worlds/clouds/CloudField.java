package org.recyclegan.worlds.clouds;

import org.recyclegan.worlds.drawing.GradientNoise;
import org.recyclegan.worlds.drawing.Seeds;

/**
 * How thick the clouds could get at every place of the sky. Billows are bent by a coarser noise, as
 * shear winds bend them.
 */
final class CloudField {

  /** Cells of the coarsest octave across a picture. */
  private static final double SCALE = 2.2;

  private static final int OCTAVES = 5;
  private static final double BEND = 0.35;

  private final GradientNoise billows;
  private final GradientNoise shear;

  CloudField(long seed) {
    billows = new GradientNoise(Seeds.mix(seed, 1));
    shear = new GradientNoise(Seeds.mix(seed, 2));
  }

  /** Returns the height at a place, in picture widths. */
  double at(double x, double y) {
    double u = SCALE * x;
    double v = SCALE * y;
    double bendX = BEND * shear.at(0.7 * u, 0.7 * v);
    double bendY = BEND * shear.at(0.7 * u + 31.7, 0.7 * v + 11.3);
    return billows.fractal(u + bendX, v + bendY, OCTAVES);
  }
}
