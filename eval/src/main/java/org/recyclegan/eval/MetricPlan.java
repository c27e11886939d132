package org.recyclegan.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.video.VideoInfo;

/** The requested metrics that can be computed on these videos, and their results. */
final class MetricPlan {

  private final Set<Metric> metrics;
  private final EvaluationPass pass;
  private final Map<Metric, Outcome> refused = new LinkedHashMap<>();

  /** In the order in which they begin: costly ones first. */
  private final Map<Metric, Supplier<Outcome>> begun = new LinkedHashMap<>();

  /** Plans for an output like this. */
  MetricPlan(EvaluationOptions options, VideoInfo output, boolean hasReference) {
    metrics = Metrics.inOrder(options.metrics());
    pass = new EvaluationPass(output, options.flow(), options.warpInterval(), options.bootstrap());
    List<Metric> possible = new ArrayList<>();
    for (Metric metric : metrics) {
      Optional<String> objection = metric.objection(pass, hasReference);
      if (objection.isPresent()) {
        refused.put(metric, Outcome.notApplicable(objection.get(), 0));
      } else {
        possible.add(metric);
      }
    }
    possible.sort(Comparator.comparingInt(Metric::cost).reversed());
    possible.forEach(metric -> begun.put(metric, metric.begin(pass)));
  }

  /** Returns the names of the videos whose pictures a metric reads; the output's in any case. */
  Set<String> videos() {
    Set<String> names = new HashSet<>();
    names.add(AlignedFrames.OUTPUT);
    for (Metric metric : begun.keySet()) {
      if (metric.needs(Input.SOURCE)) {
        names.add(AlignedFrames.SOURCE);
      }
      if (metric.needs(Input.REFERENCE)) {
        names.add(AlignedFrames.REFERENCE);
      }
    }
    return names;
  }

  /** Returns how many frames before the current one must be held. */
  int depth() {
    return pass.depth();
  }

  List<Accumulator> accumulators() {
    return pass.accumulators();
  }

  /**
   * The results of all metrics in the order of tables, and their series in the order of
   * computation.
   */
  record Findings(List<MetricResult> results, List<FrameSeries> series, List<String> warnings) {}

  /** Asks every metric for its outcome, once, after the last frame. */
  Findings findings() {
    Map<Metric, Outcome> outcomes = new LinkedHashMap<>(refused);
    Map<String, FrameSeries> series = new LinkedHashMap<>();
    Set<String> warnings = new LinkedHashSet<>();
    begun.forEach(
        (metric, supplier) -> {
          Outcome outcome = supplier.get();
          outcomes.put(metric, outcome);
          outcome.series().forEach(one -> series.putIfAbsent(one.name(), one));
          warnings.addAll(outcome.warnings());
        });
    List<MetricResult> results = new ArrayList<>();
    for (Metric metric : metrics) {
      Outcome outcome = outcomes.get(metric);
      if (outcome != null) {
        results.add(metric.result(metric.protocol(pass), outcome));
      }
    }
    return new Findings(results, List.copyOf(series.values()), List.copyOf(warnings));
  }
}
