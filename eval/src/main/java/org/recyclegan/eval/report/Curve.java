package org.recyclegan.eval.report;

import java.util.List;

/**
 * A line of a chart over the steps of a training.
 *
 * @param chart its name: what is measured
 * @param group lines of which have one colour, such as a method
 * @param line its name, such as a method and a seed
 * @param points in the order of the steps
 */
public record Curve(String chart, String group, String line, List<Point> points) {

  /** Copies the list. */
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * What was measured.
   *
   * @param step of training
   * @param value there
   */
  public record Point(long step, double value) {}
}
