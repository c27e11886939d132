package org.recyclegan.studies.clouds;

import java.util.Arrays;
import org.recyclegan.studies.drawing.Ease;
import org.recyclegan.studies.drawing.GradientNoise;
import org.recyclegan.studies.drawing.Seeds;

/**
 * How thick the clouds could get at every place of the sky. Billows are bent by a coarser noise, as
 * shear winds bend them.
 */
final class CloudField {

  /** Cells of the coarsest octave across a picture. */
  private static final double SCALE = 2.2;

  private static final int OCTAVES = 5;
  private static final double BEND = 0.35;
  private static final int PROBES = 64;

  private final GradientNoise billows;
  private final GradientNoise shear;
  private final double[] sorted;

  CloudField(long seed) {
    billows = new GradientNoise(Seeds.mix(seed, 1));
    shear = new GradientNoise(Seeds.mix(seed, 2));
    sorted = probe();
  }

  /** Returns the height at a place, in picture widths. */
  double at(double x, double y) {
    double u = SCALE * x;
    double v = SCALE * y;
    double bendX = BEND * shear.at(0.7 * u, 0.7 * v);
    double bendY = BEND * shear.at(0.7 * u + 31.7, 0.7 * v + 11.3);
    return billows.fractal(u + bendX, v + bendY, OCTAVES);
  }

  /** Returns the height above which the given share of all places lies. */
  double heightFor(double cover) {
    double place = Ease.clamp(1 - cover) * (sorted.length - 1);
    int below = (int) Math.min(place, sorted.length - 2);
    return Ease.mix(sorted[below], sorted[below + 1], place - below);
  }

  private double[] probe() {
    double[] heights = new double[PROBES * PROBES];
    for (int i = 0; i < heights.length; i++) {
      // Far enough apart to be independent of each other.
      heights[i] = at(0.77 * (i % PROBES), 0.77 * Math.floorDiv(i, PROBES));
    }
    Arrays.sort(heights);
    return heights;
  }
}
