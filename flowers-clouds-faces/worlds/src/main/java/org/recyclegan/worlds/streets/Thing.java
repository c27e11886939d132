package org.recyclegan.worlds.streets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recyclegan.worlds.drawing.Seeds;

/**
 * Something that stands or moves in the street, flat and facing the viewer.
 *
 * @param kind what it is
 * @param across metres to the right of the road's middle
 * @param ahead metres in front of the viewer
 * @param key tells it from others of its kind, 0 to 1
 * @param stride of a walker, in radians
 */
record Thing(Kind kind, double across, double ahead, double key, double stride) {

  private static final double NEAREST = 2.2;
  private static final double FARTHEST = 50;
  private static final double LANE = 1.75;

  /** What there is, how often, and how much room it takes. */
  enum Kind {
    TREE(11, 2.3, 6.6),
    SIGN(19, 0.65, 3.3),
    WALKER(9, 0.55, 1.9),
    ONCOMING(24, 1, 1.6),
    AHEAD(0, 1, 1.6);

    final double spacing;
    final double halfWidth;
    final double height;

    Kind(double spacing, double halfWidth, double height) {
      this.spacing = spacing;
      this.halfWidth = halfWidth;
      this.height = height;
    }
  }

  /** Lists what is in sight, the farthest first. */
  static List<Thing> inSight(double[] state, long seed) {
    double distance = state[1];
    List<Thing> things = new ArrayList<>();
    for (int side = -1; side <= 1; side += 2) {
      row(things, Kind.TREE, side * 7.4, distance, Seeds.mix(seed, 10 + side), 0);
      row(things, Kind.SIGN, side * 4.1, distance, Seeds.mix(seed, 20 + side), 0);
      // On the left they come towards the viewer, on the right they go the same way.
      double walked = -side * state[7];
      row(things, Kind.WALKER, side * 5.2, distance + walked, Seeds.mix(seed, 30 + side), state[7]);
    }
    row(things, Kind.ONCOMING, -LANE, distance + state[6], Seeds.mix(seed, 40), 0);
    things.add(new Thing(Kind.AHEAD, LANE, state[5], Seeds.fraction(seed, 50), 0));
    things.sort(Comparator.comparingDouble(Thing::ahead).reversed());
    return things;
  }

  private static void row(
      List<Thing> things, Kind kind, double across, double passed, long seed, double walked) {
    long first = (long) Math.floor(passed / kind.spacing) - 1;
    long last = (long) Math.floor((passed + FARTHEST) / kind.spacing) + 1;
    for (long i = first; i <= last; i++) {
      double key = Seeds.fraction(seed, i);
      double ahead = (i + 0.4 * key) * kind.spacing - passed;
      if (ahead > NEAREST && ahead < FARTHEST) {
        double place = across + (kind == Kind.WALKER ? 1.2 * (key - 0.5) : 0);
        things.add(new Thing(kind, place, ahead, (key * 7919) % 1, 4 * walked + 6 * key));
      }
    }
  }
}
