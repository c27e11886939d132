package org.recyclegan.worlds.streets;

import org.jspecify.annotations.Nullable;
import org.recyclegan.worlds.drawing.Seeds;

/**
 * What is seen from the driver's seat, sample by sample: the material and where on it. The street
 * is a canyon of ground and walls, found by casting rays; things are put over it from the farthest
 * to the nearest.
 */
final class StreetView {

  static final double HORIZON = 0.12;

  private static final double FOCAL_LENGTH = 0.95;
  private static final double EYE_HEIGHT = 1.55;
  private static final double OWN_LANE = 1.75;
  private static final double ROAD_EDGE = 3.6;
  private static final double LINE_HALF_WIDTH = 0.16;
  private static final double DASH_PERIOD = 7;
  private static final double DASH = 3.5;
  private static final double PAVEMENT_EDGE = 6.3;
  private static final double WALL = 9.5;
  private static final double HOUSE_LENGTH = 13;
  private static final double FARTHEST = 140;

  final int side;
  final StreetMaterial[] material;

  /** Across (or along a wall, or a thing), in metres. */
  final float[] u;

  /** Along the ground, or upwards, in metres. */
  final float[] v;

  /** Metres ahead. */
  final float[] depth;

  /** Tells houses and things apart, 0 to 1. */
  final float[] key;

  private final long seed;

  StreetView(int side, long seed) {
    this.side = side;
    this.seed = seed;
    this.material = new StreetMaterial[side * side];
    this.u = new float[side * side];
    this.v = new float[side * side];
    this.depth = new float[side * side];
    this.key = new float[side * side];
  }

  double y(int row) {
    return 1 - 2 * (row + 0.5) / side;
  }

  double x(int column) {
    return 2 * (column + 0.5) / side - 1;
  }

  void look(double[] state) {
    double across = OWN_LANE + state[3];
    for (int row = 0; row < side; row++) {
      double rise = (y(row) - HORIZON) / FOCAL_LENGTH;
      for (int column = 0; column < side; column++) {
        double slope = x(column) / FOCAL_LENGTH + state[4];
        cast(row * side + column, across, slope, rise, state[1]);
      }
    }
    for (Thing thing : Thing.inSight(state, seed)) {
      put(thing, across, state[4]);
    }
  }

  private void cast(int at, double across, double slope, double rise, double distance) {
    double wallAt = slope > 0 ? (WALL - across) / slope : (-WALL - across) / Math.min(slope, -1e-9);
    double groundAt = rise < 0 ? -EYE_HEIGHT / rise : Double.POSITIVE_INFINITY;
    if (groundAt < Math.min(wallAt, FARTHEST)) {
      double x = across + slope * groundAt;
      set(at, ground(x, groundAt + distance), x, groundAt + distance, groundAt, 0);
    } else if (wallAt >= FARTHEST || !hitHouse(at, wallAt, slope > 0 ? 1 : -1, rise, distance)) {
      set(at, StreetMaterial.AIR, slope, rise, FARTHEST, 0);
    }
  }

  /** Finds the first house at or behind a wall's line that is high enough. */
  private boolean hitHouse(int at, double wallAt, int hand, double rise, double distance) {
    long house = (long) Math.floor((wallAt + distance) / HOUSE_LENGTH);
    double height = EYE_HEIGHT + rise * wallAt;
    if (height < roof(house, hand)) {
      set(at, StreetMaterial.FACADE, wallAt + distance, height, wallAt, tint(house, hand));
      return true;
    }
    double frontAt = (house + 1) * HOUSE_LENGTH - distance;
    double heightThere = EYE_HEIGHT + rise * frontAt;
    if (frontAt < 1.8 * wallAt && heightThere < roof(house + 1, hand)) {
      set(
          at,
          StreetMaterial.FACADE,
          hand * 40.0 + frontAt / wallAt * WALL,
          heightThere,
          frontAt,
          tint(house + 1, hand));
      return true;
    }
    return false;
  }

  private double roof(long house, int hand) {
    return 4.5 + 9 * Seeds.fraction(seed, 4 * house + hand);
  }

  private double tint(long house, int hand) {
    return Seeds.fraction(seed + 1, 4 * house + hand);
  }

  private static StreetMaterial ground(double x, double along) {
    double aside = Math.abs(x);
    if (aside > PAVEMENT_EDGE) {
      return StreetMaterial.LAWN;
    }
    if (aside > ROAD_EDGE) {
      return StreetMaterial.PAVEMENT;
    }
    boolean middle = aside < LINE_HALF_WIDTH && along % DASH_PERIOD < DASH;
    boolean edge = Math.abs(aside - ROAD_EDGE + 0.35) < 0.7 * LINE_HALF_WIDTH;
    return middle || edge ? StreetMaterial.LINE : StreetMaterial.ASPHALT;
  }

  private void put(Thing thing, double across, double heading) {
    double scale = FOCAL_LENGTH / thing.ahead();
    double middle = (thing.across() - across) * scale - heading * FOCAL_LENGTH;
    double foot = HORIZON - EYE_HEIGHT * scale;
    double reach = thing.kind().halfWidth * scale;
    int left = Math.max(0, (int) Math.floor(0.5 * (middle - reach + 1) * side));
    int right = Math.min(side - 1, (int) Math.ceil(0.5 * (middle + reach + 1) * side));
    int top = Math.max(0, (int) (0.5 * (1 - foot - thing.kind().height * scale) * side));
    int bottom = Math.min(side - 1, (int) Math.ceil(0.5 * (1 - foot) * side));
    for (int row = top; row <= bottom; row++) {
      double up = (y(row) - foot) / scale;
      for (int column = left; column <= right; column++) {
        double aside = (x(column) - middle) / scale;
        @Nullable StreetMaterial seen = up < 0 ? null : Outline.at(thing, aside, up);
        if (seen != null) {
          set(row * side + column, seen, aside, up, thing.ahead(), thing.key());
        }
      }
    }
  }

  private void set(
      int at, StreetMaterial seen, double across, double along, double ahead, double which) {
    material[at] = seen;
    u[at] = (float) across;
    v[at] = (float) along;
    depth[at] = (float) ahead;
    key[at] = (float) which;
  }
}
