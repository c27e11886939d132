package org.recyclegan.cli;

import java.util.ArrayList;
import java.util.List;
import org.recyclegan.cli.failure.Settings;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.ScoreText;
import org.recyclegan.eval.scores.Scores;

/** Scores as a text table: one metric a line, columns aligned. */
final class ScoreTable {

  private static final List<String> HEADER =
      List.of("metric", "value", "95 % interval", "better", "frames");

  private ScoreTable() {}

  /** Returns the lines, without a line end after the last. */
  static List<String> lines(Scores scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    scores.metrics().forEach(metric -> rows.add(row(metric)));
    return TextTable.lines(rows);
  }

  private static List<String> row(MetricResult metric) {
    if (metric.value().isEmpty()) {
      return List.of(
          metric.name(),
          "not applicable: " + Settings.asOptions(metric.notApplicable().orElse("")));
    }
    String unit = metric.unit().equals("1") ? "" : " " + metric.unit();
    return List.of(
        metric.name(),
        ScoreText.number(metric.value().getAsDouble()) + unit,
        metric
            .interval()
            .map(
                interval ->
                    ScoreText.number(interval.low()) + " to " + ScoreText.number(interval.high()))
            .orElse("-"),
        metric.direction().word(),
        Long.toString(metric.frames()));
  }
}
