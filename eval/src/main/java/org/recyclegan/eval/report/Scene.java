package org.recyclegan.eval.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Videos that play in step, and what was measured on them.
 *
 * @param title of the scene
 * @param framesPerSecond of every video
 * @param frames of every video
 * @param clips the videos
 * @param rows the table of metrics
 * @param curves numbers frame by frame
 */
public record Scene(
    String title,
    double framesPerSecond,
    int frames,
    List<Clip> clips,
    List<Row> rows,
    List<Curve> curves) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no frame, or no rate
   */
  public Scene {
    if (frames < 1 || !(framesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "Expected frames and a rate, found " + frames + " at " + framesPerSecond);
    }
    clips = List.copyOf(clips);
    rows = List.copyOf(rows);
    curves = List.copyOf(curves);
  }

  /**
   * A video.
   *
   * @param role such as "source" or the name of a method
   * @param name of the file it was made from, to show
   * @param synthetic whether a network made it
   * @param width in pixels
   * @param height in pixels
   * @param video its copy, relative to the report's folder
   * @param slice a picture of its middle row over time, relative to the report's folder
   */
  public record Clip(
      String role,
      String name,
      boolean synthetic,
      int width,
      int height,
      String video,
      String slice) {}

  /**
   * A metric of all methods.
   *
   * @param metric its name
   * @param unit a symbol, {@code "1"} for a pure number
   * @param direction {@code higher} or {@code lower} is better
   * @param protocol what exactly was computed
   * @param cells one a method
   */
  public record Row(
      String metric, String unit, String direction, String protocol, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A metric of one method: a value, or the reason why there is none.
   *
   * @param method its name
   * @param value the number
   * @param low end of its interval
   * @param high end of its interval
   * @param interval how the interval was found
   * @param reason why there is no number
   * @param frames what it was computed from
   */
  public record Cell(
      String method,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String interval,
      @Nullable String reason,
      long frames) {}

  /**
   * A line of a chart.
   *
   * @param chart its name: a metric's, or {@code motion}
   * @param line its name: a method's, or {@code source}
   * @param firstFrame that the first value belongs to
   * @param values one a frame from there on; null if there is none
   */
  public record Curve(String chart, String line, int firstFrame, List<@Nullable Double> values) {

    /** Copies the list, which may have nulls. */
    public Curve {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** Returns the methods in the order of the table. */
  public Set<String> methods() {
    Set<String> methods = new LinkedHashSet<>();
    rows.forEach(row -> row.cells().forEach(cell -> methods.add(cell.method())));
    return methods;
  }

  /** Returns the names of the charts, in the table's order where it has them. */
  public Set<String> charts() {
    Set<String> charts = new LinkedHashSet<>();
    Set<String> drawn = new LinkedHashSet<>();
    curves.forEach(curve -> drawn.add(curve.chart()));
    rows.stream().map(Row::metric).filter(drawn::contains).forEach(charts::add);
    charts.addAll(drawn);
    return charts;
  }
}
