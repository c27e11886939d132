package org.recyclegan.eval.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.stats.Interval;

/** Evaluations of several methods on one source, side by side. */
final class SceneMetrics {

  private static final String SOURCE = "source";

  /** The chart of a series, unless it has its own. */
  private enum Place {
    MOTION_SOURCE("motion", true),
    MOTION_OUTPUT("motion", false),
    WARP_ERROR_SOURCE("warp_error", true);

    private final String chart;
    private final boolean ofSource;

    Place(String chart, boolean ofSource) {
      this.chart = chart;
      this.ofSource = ofSource;
    }

    static @Nullable Place of(String series) {
      for (Place place : values()) {
        if (place.name().equalsIgnoreCase(series)) {
          return place;
        }
      }
      return null;
    }
  }

  private SceneMetrics() {}

  /** Returns a row per metric, with a cell per method. */
  static List<Scene.Row> rows(Map<String, Evaluation> byMethod) {
    Map<String, List<Scene.Cell>> cells = new LinkedHashMap<>();
    Map<String, MetricResult> heads = new LinkedHashMap<>();
    byMethod.forEach(
        (method, evaluation) -> {
          for (MetricResult metric : evaluation.scores().metrics()) {
            heads.putIfAbsent(metric.name(), metric);
            cells
                .computeIfAbsent(metric.name(), name -> new ArrayList<>())
                .add(cell(method, metric));
          }
        });
    return heads.values().stream()
        .map(
            head ->
                new Scene.Row(
                    head.name(),
                    head.unit(),
                    head.direction().word(),
                    head.protocol(),
                    cells.getOrDefault(head.name(), List.of())))
        .toList();
  }

  private static Scene.Cell cell(String method, MetricResult metric) {
    @Nullable Interval interval = metric.interval().orElse(null);
    return new Scene.Cell(
        method,
        metric.value().isPresent() ? metric.value().getAsDouble() : null,
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        interval == null ? null : interval.method(),
        metric.notApplicable().orElse(null),
        metric.frames());
  }

  /** Returns the lines of all charts; the source's, which all methods share, once. */
  static List<Scene.Curve> curves(Map<String, Evaluation> byMethod) {
    Map<List<String>, Scene.Curve> curves = new LinkedHashMap<>();
    byMethod.forEach(
        (method, evaluation) -> {
          for (FrameSeries series : evaluation.series()) {
            @Nullable Place place = Place.of(series.name());
            String chart = place == null ? series.name() : place.chart;
            String line = place != null && place.ofSource ? SOURCE : method;
            if (!series.values().isEmpty()) {
              curves.putIfAbsent(List.of(chart, line), curve(chart, line, series));
            }
          }
        });
    return List.copyOf(curves.values());
  }

  private static Scene.Curve curve(String chart, String line, FrameSeries series) {
    List<@Nullable Double> values =
        series.values().stream()
            .mapToObj(value -> Double.isFinite(value) ? (Double) value : null)
            .collect(Collectors.toCollection(ArrayList::new));
    return new Scene.Curve(chart, line, series.firstFrame(), values);
  }
}
