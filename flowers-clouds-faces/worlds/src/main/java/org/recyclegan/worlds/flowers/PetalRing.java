package org.recyclegan.worlds.flowers;

import org.recyclegan.worlds.drawing.Ease;

/**
 * A ring of equal petals around a flower's axis. A petal is a sheet around a centre line that
 * leaves the axis at an angle and bends on its way: inwards in the bud, outwards in the flower. In
 * the bud the sheets are rolled around the axis and overlap; in the flower they are nearly flat.
 *
 * @param count of petals
 * @param phase azimuth of the first one, in petals
 * @param length of the open petal, in scene units
 * @param halfWidth of the widest place, in scene units
 * @param outline what it looks like laid flat
 * @param bud how the centre line runs in the bud
 * @param flower how it runs when fully open
 * @param foot where the petals start
 */
record PetalRing(
    int count,
    double phase,
    double length,
    double halfWidth,
    Outline outline,
    Bend bud,
    Bend flower,
    Foot foot) {

  private static final int ROWS = 9;
  private static final int COLUMNS = 6;

  /** How much of its length a petal has already in the bud. */
  private static final double LENGTH_IN_BUD = 0.8;

  /** How far one edge of a petal lies over its neighbour's in the bud, in scene units. */
  private static final double OVERLAP = 0.03;

  /**
   * A flat outline.
   *
   * @param neck width at the foot, as a share of the widest
   * @param belly where the petal is widest, as a share of its length
   * @param tip how blunt it ends: 1.5 is pointed, 6 is cut off
   * @param ruffle height of the waves along the edge, in scene units
   */
  record Outline(double neck, double belly, double tip, double ruffle) {

    /** A petal ends just short of a point, where a sheet would have no normal. */
    private static final double TIP_END = 0.99;

    double halfWidthAt(double v) {
      double body = neck + (1 - neck) * Ease.smoothstep(0, belly, v);
      return body * Math.sqrt(1 - Math.pow(TIP_END * v, tip));
    }
  }

  /**
   * The angles between a centre line and the axis, in degrees.
   *
   * @param atFoot where the petal starts
   * @param atTip where it ends
   * @param roll how strongly the sheet is rolled around its centre line: 1 around the axis, 0 flat
   */
  record Bend(double atFoot, double atTip, double roll) {

    Bend towards(Bend other, double t) {
      return new Bend(
          Ease.mix(atFoot, other.atFoot, t),
          Ease.mix(atTip, other.atTip, t),
          Ease.mix(roll, other.roll, t));
    }
  }

  /**
   * Where petals start, in scene units.
   *
   * @param radius distance from the axis
   * @param height along the axis
   */
  record Foot(double radius, double height) {}

  /**
   * Returns a petal's sheet.
   *
   * @param index of the petal
   * @param open 0 bud to 1 flower
   * @param individual how this petal departs from its sisters, -1 to 1 in each component
   */
  Surface petal(int index, double open, Pose pose, Vec3 individual) {
    double azimuth = 2 * Math.PI * (index + phase + 0.12 * individual.x()) / count;
    double reach = length * Ease.mix(LENGTH_IN_BUD, 1, open) * (1 + 0.06 * individual.y() * open);
    Bend bend = bud.towards(flower, open);
    double lift = 7 * individual.z() * open;
    double[] radial = new double[ROWS + 1];
    double[] height = new double[ROWS + 1];
    double[] angle = new double[ROWS + 1];
    radial[0] = foot.radius;
    height[0] = foot.height;
    for (int i = 0; i <= ROWS; i++) {
      double v = (double) i / ROWS;
      angle[i] = Math.toRadians(Ease.mix(bend.atFoot, bend.atTip, v) + lift * v);
      if (i > 0) {
        double mean = 0.5 * (angle[i] + angle[i - 1]);
        radial[i] = radial[i - 1] + reach / ROWS * Math.sin(mean);
        height[i] = height[i - 1] + reach / ROWS * Math.cos(mean);
      }
    }
    return Surface.of(
        ROWS,
        COLUMNS,
        (u, v) -> {
          int i = (int) Math.round(v * ROWS);
          double side = u * halfWidth * outline.halfWidthAt(v);
          double curvature = bend.roll / Math.max(0.07, Math.abs(radial[i]));
          double turn = side * curvature;
          double across = curvature < 1e-9 ? side : Math.sin(turn) / curvature;
          double inward = curvature < 1e-9 ? 0 : (1 - Math.cos(turn)) / curvature;
          inward += outline.ruffle * open * v * v * Math.cos(5 * u + 9 * individual.x()) * u * u;
          double over = OVERLAP * (1 - open) * u;
          return pose.around(
              azimuth,
              radial[i] - inward * Math.cos(angle[i]) + over,
              across,
              height[i] + inward * Math.sin(angle[i]));
        });
  }
}
