package org.recyclegan.studies.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results as tables: a row a number, a column a method, intervals over seeds in brackets. */
public final class StudyTable {

  private static final String NOTHING = "-";

  /** What other methods are compared with, where it was trained. */
  private static final String BASELINE = "cyclegan";

  private final StudyResults results;

  /**
   * A table of results.
   *
   * @param results of a study
   */
  public StudyTable(StudyResults results) {
    this.results = results;
  }

  /**
   * Returns the numbers and differences for a terminal.
   *
   * @return lines, each ended
   */
  public String text() {
    return aligned(numbers()) + "\n" + aligned(differences());
  }

  /**
   * Returns a chapter in Markdown: what was run, the numbers and the differences.
   *
   * @return lines, each ended
   */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("## ").append(results.world()).append("\n\n");
    facts().forEach((label, value) -> page.append("- ").append(label + ": " + value + "\n"));
    page.append("\n").append(piped(numbers())).append("\n").append(piped(differences()));
    return page.toString();
  }

  /**
   * Returns what was run, where and for how long.
   *
   * @return sentences by label, in order
   */
  public Map<String, String> facts() {
    StudyResults.Origin origin = results.origin();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Command", "`recycle " + String.join(" ", origin.command()) + "`");
    facts.put(
        "Seeds",
        results.trials().stream()
            .map(trial -> Long.toString(trial.seed()))
            .distinct()
            .collect(Collectors.joining(", ")));
    facts.put(
        "Machine",
        origin.processor() + ", " + origin.processors() + " processors, " + origin.system());
    facts.put(
        "Versions",
        origin.tool()
            + ", commit "
            + origin.commit()
            + "; "
            + origin.engine()
            + "; Java "
            + origin.java());
    facts.put("Begun and ended", origin.begun() + " to " + origin.ended());
    for (String method : results.methods()) {
      facts.put("Training of " + method + ", a seed", cost(method));
    }
    for (StudyResults.Estimator estimator : results.estimators()) {
      facts.put(
          "State of " + estimator.direction() + " outputs read by",
          estimator.description()
              + "; on the true held-out clips it reaches "
              + ceiling(estimator));
    }
    return facts;
  }

  private String cost(String method) {
    List<TrialScores> mine =
        results.trials().stream().filter(trial -> trial.method().equals(method)).toList();
    double seconds = mine.stream().mapToDouble(TrialScores::seconds).average().orElse(0);
    double steps = mine.stream().mapToLong(TrialScores::steps).average().orElse(0);
    return String.format(
        Locale.ROOT, "%.0f steps in %.0f s (%.3f s a step)", steps, seconds, seconds / steps);
  }

  private static String ceiling(StudyResults.Estimator estimator) {
    Map<String, Double> all = estimator.ceiling();
    if (all.size() > LONGEST_LIST) {
      return String.format(
          Locale.ROOT,
          "r from %.3f to %.3f",
          all.values().stream().mapToDouble(Double::doubleValue).min().orElse(0),
          all.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }
    return all.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", ", "r: ", ""));
  }

  /** Sixteen lanterns are told by their mean only. */
  private static final int LONGEST_LIST = 8;

  /**
   * Returns the names of the numbers that are shown.
   *
   * @return all but those of single variables if there are many
   */
  public List<Measure> shown() {
    boolean many = results.estimators().stream().anyMatch(e -> e.ceiling().size() > LONGEST_LIST);
    return results.summaries().stream()
        .map(Summary::measure)
        .distinct()
        .map(Measure::of)
        .filter(measure -> !ofOneVariable(measure) || (!many && isCorrelation(measure)))
        .toList();
  }

  private static boolean ofOneVariable(Measure measure) {
    return measure.label().contains("r of ") || measure.label().contains("lag of ");
  }

  private static boolean isCorrelation(Measure measure) {
    return measure.label().contains("r of ");
  }

  private List<List<String>> numbers() {
    List<List<String>> rows = new ArrayList<>();
    List<String> references =
        results.references().stream().map(StudyResults.Reference::name).toList();
    rows.add(Stream.of(List.of(""), results.methods(), references).flatMap(List::stream).toList());
    for (Measure measure : shown()) {
      List<String> row = new ArrayList<>();
      row.add(measure.label());
      results.methods().forEach(method -> row.add(cell(measure, method)));
      for (StudyResults.Reference reference : results.references()) {
        @Nullable Double value = reference.values().get(measure.name());
        row.add(value == null ? NOTHING : number(measure, value));
      }
      rows.add(row);
    }
    return rows;
  }

  /**
   * Returns a method's number with its interval.
   *
   * @param measure which number
   * @param method of the study
   * @return text to show
   */
  public String cell(Measure measure, String method) {
    return results.summaries().stream()
        .filter(s -> s.measure().equals(measure.name()) && s.method().equals(method))
        .findFirst()
        .map(
            s ->
                measure.kind() == Measure.Kind.SHARE
                    ? Math.round(s.mean() * s.seeds())
                        + " of "
                        + s.seeds()
                        + bracket(measure, s.low(), s.high())
                    : number(measure, s.mean()) + bracket(measure, s.low(), s.high()))
        .orElse(NOTHING);
  }

  /**
   * Returns the differences that are shown: of every method from the baseline, or from the first
   * method where the baseline was not trained.
   *
   * @return the better-known method second
   */
  public List<Difference> compared() {
    List<String> methods = results.methods();
    String baseline = methods.contains(BASELINE) ? BASELINE : methods.get(0);
    List<String> names = shown().stream().map(Measure::name).toList();
    return results.differences().stream()
        .filter(d -> d.first().equals(baseline) || d.second().equals(baseline))
        .filter(d -> names.contains(d.measure()))
        .toList();
  }

  private List<List<String>> differences() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("difference", "of", "mean [95 %]", "verdict"));
    for (Difference difference : compared()) {
      Measure measure = Measure.of(difference.measure());
      rows.add(
          List.of(
              measure.label(),
              difference.first() + " - " + difference.second(),
              difference(difference),
              verdict(difference)));
    }
    return rows;
  }

  /**
   * Returns a difference with its interval.
   *
   * @param difference of two methods
   * @return text to show
   */
  public static String difference(Difference difference) {
    Measure measure = Measure.of(difference.measure());
    return number(measure, difference.mean())
        + bracket(measure, difference.low(), difference.high());
  }

  /**
   * Returns the verdict on a difference.
   *
   * @param difference of two methods
   * @return a few words
   */
  public static String verdict(Difference difference) {
    if (difference.low() == null) {
      return "cannot be said: one seed";
    }
    return difference.better() == null ? "no difference shown" : difference.better() + " is better";
  }

  private static String bracket(Measure measure, @Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? ""
        : " [" + number(measure, low) + ", " + number(measure, high) + "]";
  }

  private static String number(Measure measure, double value) {
    return String.format(Locale.ROOT, "%." + measure.decimals() + "f", value);
  }

  private static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    rows.forEach(
        row -> {
          for (int i = 0; i < columns; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String piped(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        text.append("|---".repeat(rows.get(0).size())).append("|\n");
      }
    }
    return text.toString();
  }
}
