package org.recyclegan.worlds.streets;

import org.jspecify.annotations.Nullable;

/** The outlines of things, in metres from the middle of their feet. */
final class Outline {

  private Outline() {}

  /** Returns what of a thing is at a place, or null where one sees past it. */
  static @Nullable StreetMaterial at(Thing thing, double x, double y) {
    return switch (thing.kind()) {
      case TREE -> tree(thing, x, y);
      case SIGN ->
          Math.hypot(x, y - 2.6) < 0.62 || (Math.abs(x) < 0.09 && y < 2.2)
              ? StreetMaterial.SIGN
              : null;
      case WALKER -> walker(thing, x, y) ? StreetMaterial.PERSON : null;
      case ONCOMING -> car(x, y) ? StreetMaterial.CAR_FRONT : null;
      case AHEAD -> car(x, y) ? StreetMaterial.CAR_BACK : null;
    };
  }

  private static @Nullable StreetMaterial tree(Thing thing, double x, double y) {
    double lumps = 0.12 * Math.sin(7 * Math.atan2(y - 4.3, x) + 20 * thing.key());
    if (Math.hypot(x / 2, (y - 4.3) / 2.1) < 0.95 + lumps) {
      return StreetMaterial.LEAVES;
    }
    return Math.abs(x) < 0.2 && y < 3 ? StreetMaterial.TRUNK : null;
  }

  private static boolean walker(Thing thing, double x, double y) {
    double swing = 0.24 * Math.sin(thing.stride()) * Math.max(0, 0.9 - y);
    boolean legs = y < 0.9 && (Math.abs(x - swing) < 0.12 || Math.abs(x + swing) < 0.12);
    boolean body = Math.hypot(x / 0.3, (y - 1.15) / 0.42) < 1;
    return legs || body || Math.hypot(x, y - 1.68) < 0.18;
  }

  private static boolean car(double x, double y) {
    double wide = Math.abs(x);
    boolean wheels = y < 0.4 && wide > 0.5 && wide < 0.86;
    boolean body = y > 0.25 && y < 0.92 && wide < 0.95 - 0.3 * Math.max(0, 0.4 - y);
    boolean cabin = y >= 0.92 && y < 1.5 && wide < 0.84 - 0.35 * (y - 0.92);
    return wheels || body || cabin;
  }
}
