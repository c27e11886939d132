package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.video.Frame;

/** Evaluates frames held in memory, and reads single answers. */
public final class Evaluations {

  /** The default metrics on two threads. */
  public static final EvaluationOptions ALL = EvaluationOptions.defaults().withThreads(2);

  private Evaluations() {}

  /** Evaluates clips of 25 frames a second. */
  public static Evaluation evaluate(
      EvaluationOptions options,
      List<Frame> output,
      List<Frame> source,
      @Nullable List<Frame> reference)
      throws IOException {
    return new Evaluator(options)
        .evaluate(
            TestClips.video(output),
            TestClips.video(source),
            reference == null ? null : TestClips.video(reference),
            EvaluationListener.NONE);
  }

  /** As {@link #evaluate}, for the scores of some metrics. */
  public static Scores scores(
      String list, List<Frame> output, List<Frame> source, @Nullable List<Frame> reference)
      throws IOException {
    return evaluate(ALL.withMetrics(Metrics.parseList(list)), output, source, reference).scores();
  }

  /** The number of a metric, which must have one. */
  public static double value(Scores scores, String name) {
    MetricResult result = scores.find(name).orElseThrow();
    assertTrue(result.value().isPresent(), result::toString);
    return result.value().getAsDouble();
  }

  /** Why a metric has no number, which it must not have. */
  public static String reason(Scores scores, String name) {
    MetricResult result = scores.find(name).orElseThrow();
    assertTrue(result.notApplicable().isPresent(), result::toString);
    return result.notApplicable().orElseThrow();
  }

  /** An answer made up, with a number. */
  public static MetricResult answer(
      String name, String protocol, double value, Optional<Interval> interval, long frames) {
    return metric(name).result(protocol, Outcome.value(value, interval, frames));
  }

  /** An answer made up, without a number. */
  public static MetricResult refusal(String name, String protocol, String reason, long frames) {
    return metric(name).result(protocol, Outcome.notApplicable(reason, frames));
  }

  /** The metric of a name. */
  public static Metric metric(String name) {
    return Metrics.find(name).orElseThrow();
  }
}
