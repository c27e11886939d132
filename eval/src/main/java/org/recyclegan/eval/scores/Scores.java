package org.recyclegan.eval.scores;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was found out about one output.
 *
 * @param frames how many frames of each video were compared
 * @param settings what the numbers depend on (size, rate, flow, colour), in order
 * @param warnings what the user should know, sentences
 * @param metrics the answers, no name twice
 */
public record Scores(
    long frames, Map<String, String> settings, List<String> warnings, List<MetricResult> metrics) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public Scores {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    warnings = List.copyOf(warnings);
    metrics = List.copyOf(metrics);
    if (metrics.stream().map(MetricResult::name).distinct().count() != metrics.size()) {
      throw new IllegalArgumentException("Found a metric twice in " + metrics);
    }
  }

  /**
   * Returns these scores with other answers to some metrics.
   *
   * @param answers that replace those of the same names
   */
  public Scores with(List<MetricResult> answers) {
    Map<String, MetricResult> byName = new LinkedHashMap<>();
    metrics.forEach(metric -> byName.put(metric.name(), metric));
    answers.forEach(answer -> byName.put(answer.name(), answer));
    return new Scores(frames, settings, warnings, List.copyOf(byName.values()));
  }

  /**
   * Looks a metric up.
   *
   * @param name of the metric
   * @return its answer, or empty if it was not asked for
   */
  public Optional<MetricResult> find(String name) {
    return metrics.stream().filter(result -> result.name().equals(name)).findFirst();
  }
}
