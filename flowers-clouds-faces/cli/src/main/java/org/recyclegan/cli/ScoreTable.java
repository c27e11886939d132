package org.recyclegan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.ScoreText;
import org.recyclegan.eval.scores.Scores;

/** Scores as a table for people: one metric a line, columns aligned. */
final class ScoreTable {

  private static final List<String> HEADER =
      List.of("metric", "value", "95 % interval", "better", "frames");

  private ScoreTable() {}

  /** Returns the lines, without a line end after the last. */
  static List<String> lines(Scores scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    scores.metrics().forEach(metric -> rows.add(row(metric)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      // A reason is the last cell of its row and may be as long as it likes.
      for (int i = 0; i + 1 < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(MetricResult metric) {
    if (metric.value().isEmpty()) {
      return List.of(metric.name(), "not applicable: " + metric.notApplicable().orElse(""));
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

  private static String line(List<String> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      boolean last = i + 1 == row.size();
      cells.add(last ? cell : cell + " ".repeat(widths[i] - cell.length()));
    }
    return cells.stream().collect(Collectors.joining("  "));
  }
}
