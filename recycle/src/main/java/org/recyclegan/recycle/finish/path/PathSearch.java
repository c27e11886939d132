package org.recyclegan.recycle.finish.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the path through a target's frames: forwards only, or with jumps. */
public final class PathSearch {

  private static final float JUMP = 0.01f;
  private static final float UNUSUAL = 0.002f;

  /** Up to this number of candidates the path is exact. */
  private static final int BEAM = 160;

  /** A shot of fewer frames cannot be all of an event. */
  private static final int SHORTEST_EVENT = 12;

  private final float[][] target;
  private final int[] shots;
  private final float motion;

  /**
   * Takes the target.
   *
   * @param target features of every candidate
   * @param shots the shot of every candidate, ascending; frames of a shot follow each other
   * @param motion weight of squared distances of those features in what a jump costs
   */
  public PathSearch(float[][] target, int[] shots, float motion) {
    this.target = target;
    this.shots = shots;
    this.motion = motion;
  }

  /**
   * Finds the cheapest path with jumps.
   *
   * @return a candidate for every frame of the source
   */
  public int[] free(UnaryCosts costs) {
    return new FreePath(costs, new MotionCosts(target, shots, motion, JUMP), BEAM).shortest();
  }

  /**
   * Finds the cheapest path that never goes back, through one shot of the target.
   *
   * @param source features of every frame of the source
   * @param kind which paths are allowed
   * @return a candidate for every frame of the source; empty where it must not be one, or need not:
   *     where source and target do not both show something that happens once
   */
  public Optional<int[]> monotone(UnaryCosts costs, float[][] source, PathKind kind) {
    if (kind == PathKind.FREE) {
      return Optional.empty();
    }
    OneWay way = new OneWay(source, 0, source.length);
    if (kind == PathKind.AUTO && way.clarity() < OneWay.CLEAR) {
      return Optional.empty();
    }
    Optional<int[]> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Shot shot : all()) {
      OneWay through = new OneWay(target, shot.first(), shot.count());
      if (kind == PathKind.AUTO
          && (shot.count() < SHORTEST_EVENT || through.clarity() < OneWay.CLEAR)) {
        continue;
      }
      int steepest =
          Math.min(
              255,
              Math.max(
                  MonotonePath.USUAL_SLOPE, (int) Math.ceil(1.5 * shot.count() / source.length)));
      MonotonePath search =
          new MonotonePath(
              new EventCosts(costs, way.progress(), through.progress(), shot.first()),
              shot.first(),
              shot.count(),
              steepest,
              UNUSUAL);
      int[] path = search.shortest();
      if (search.cost() < least) {
        least = search.cost();
        best = Optional.of(path);
      }
    }
    return best;
  }

  private record Shot(int first, int count) {}

  private List<Shot> all() {
    List<Shot> found = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= shots.length; i++) {
      if (i == shots.length || shots[i] != shots[first]) {
        found.add(new Shot(first, i - first));
        first = i;
      }
    }
    return found;
  }
}
