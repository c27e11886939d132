package org.recyclegan.eval.report;

import java.util.List;
import java.util.Map;

/**
 * How a method was trained.
 *
 * @param method its name, with its seed if there are several
 * @param points the losses over time
 * @param heldOut errors over time on frames that were not trained on; {@code copy_last_a} is that
 *     of a copy of the last frame
 * @param sheets pictures of what the generators made
 */
public record TrainingCurve(
    String method, List<Point> points, List<Point> heldOut, List<Sheet> sheets) {

  /** Copies the lists. */
  public TrainingCurve {
    points = List.copyOf(points);
    heldOut = List.copyOf(heldOut);
    sheets = List.copyOf(sheets);
  }

  /**
   * The losses, or held-out errors, at a step.
   *
   * @param step counted from 1
   * @param losses by term and direction, such as {@code cycle_a}
   */
  public record Point(long step, Map<String, Double> losses) {

    /** Copies the map. */
    public Point {
      losses = Map.copyOf(losses);
    }
  }

  /**
   * A sample sheet.
   *
   * @param step after which it was made
   * @param picture relative to the report's folder
   */
  public record Sheet(long step, String picture) {}
}
