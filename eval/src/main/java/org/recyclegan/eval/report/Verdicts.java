package org.recyclegan.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.ScoreText;
import org.recyclegan.eval.stats.Bootstrap;
import org.recyclegan.eval.stats.FrameStatistic;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.eval.stats.PairedDifference;

/**
 * Reports where two methods differ. Seeds are averaged clip by clip. With enough clips the interval
 * of the paired difference is over clips; with fewer it is over moving blocks of the frames of each
 * clip, if the metric can be computed from single frames, and the verdict states that it holds for
 * these clips only.
 */
public final class Verdicts {

  private final String group;
  private final Side first;
  private final Side second;

  /**
   * A method's evaluations.
   *
   * @param method its name
   * @param clips for each clip its evaluations, one a seed; the same clips on both sides
   */
  public record Side(String method, List<List<Evaluation>> clips) {

    public Side {
      clips = clips.stream().map(List::copyOf).toList();
    }

    /** The metric of a clip, averaged over seeds; empty if a seed has none. */
    private OptionalDouble value(Metric metric, int clip) {
      List<OptionalDouble> values =
          clips.get(clip).stream()
              .map(e -> e.scores().find(metric.name()).map(MetricResult::value))
              .map(value -> value.orElse(OptionalDouble.empty()))
              .toList();
      if (values.stream().anyMatch(OptionalDouble::isEmpty)) {
        return OptionalDouble.empty();
      }
      return values.stream()
          .mapToDouble(OptionalDouble::orElseThrow)
          .map(metric.better()::compared)
          .average();
    }

    /** The metric of a clip as a function of its frames, one a seed; empty if a seed has none. */
    private List<FrameStatistic> statistics(Metric metric, int clip) {
      List<FrameStatistic> seeds =
          clips.get(clip).stream().flatMap(e -> metric.statistic(series(e)).stream()).toList();
      return seeds.size() == clips.get(clip).size() ? seeds : List.of();
    }

    private static Map<String, double[]> series(Evaluation evaluation) {
      return evaluation.series().stream()
          .filter(series -> !series.values().isEmpty())
          .collect(Collectors.toMap(FrameSeries::name, series -> series.values().toArray()));
    }
  }

  /**
   * Prepares to compare.
   *
   * @param group what is compared, such as a direction
   */
  public Verdicts(String group, Side first, Side second) {
    this.group = group;
    this.first = first;
    this.second = second;
  }

  /** Returns the finding for a metric; empty if no clip has it for both methods. */
  public Optional<Finding> of(Metric metric) {
    List<Integer> clips = new ArrayList<>();
    for (int i = 0; i < first.clips().size(); i++) {
      if (first.value(metric, i).isPresent() && second.value(metric, i).isPresent()) {
        clips.add(i);
      }
    }
    // What does not depend on the output is the same for both.
    if (clips.isEmpty() || !metric.needs(Input.OUTPUT)) {
      return Optional.empty();
    }
    double[] ofFirst = values(first, metric, clips);
    double[] ofSecond = values(second, metric, clips);
    PairedDifference paired = PairedDifference.of(ofFirst, ofSecond, Bootstrap.DEFAULT);
    boolean overClips = paired.interval().isPresent();
    Optional<Interval> interval = overClips ? paired.interval() : overFrames(metric, clips);
    boolean different = interval.map(found -> found.excludes(0)).orElse(false);
    return Optional.of(
        new Finding(
            metric.name(),
            group,
            metric.better().word(),
            List.of(
                new Report.Fact(first.method(), mean(ofFirst)),
                new Report.Fact(second.method(), mean(ofSecond))),
            difference(paired.mean(), interval),
            verdict(metric, paired.mean(), interval.isPresent(), different, overClips),
            different));
  }

  private static double[] values(Side side, Metric metric, List<Integer> clips) {
    return clips.stream().mapToDouble(i -> side.value(metric, i).orElseThrow()).toArray();
  }

  /** Both methods are asked for the same draw of frames, so that what is hard cancels out. */
  private Optional<Interval> overFrames(Metric metric, List<Integer> clips) {
    List<List<FrameStatistic>> ofFirst =
        clips.stream().map(i -> first.statistics(metric, i)).toList();
    List<List<FrameStatistic>> ofSecond =
        clips.stream().map(i -> second.statistics(metric, i)).toList();
    int[] frames = new int[clips.size()];
    for (int i = 0; i < frames.length; i++) {
      if (ofFirst.get(i).isEmpty() || ofSecond.get(i).isEmpty()) {
        return Optional.empty();
      }
      frames[i] =
          Stream.concat(ofFirst.get(i).stream(), ofSecond.get(i).stream())
              .mapToInt(FrameStatistic::frames)
              .min()
              .orElse(0);
    }
    Better better = metric.better();
    return Bootstrap.DEFAULT.withinClips(
        frames,
        drawn ->
            IntStream.range(0, frames.length)
                .mapToDouble(
                    i ->
                        mean(better, ofFirst.get(i), drawn[i])
                            - mean(better, ofSecond.get(i), drawn[i]))
                .average()
                .orElseThrow());
  }

  private static double mean(Better better, List<FrameStatistic> seeds, int[] drawn) {
    return seeds.stream()
        .mapToDouble(seed -> better.compared(seed.of(drawn)))
        .average()
        .orElseThrow();
  }

  private String verdict(
      Metric metric, double mean, boolean known, boolean different, boolean overClips) {
    if (!known) {
      return "cannot be said: "
          + (isOfFrames(metric) ? "too few frames, " : "one number a clip, ")
          + "and fewer than "
          + Bootstrap.MIN_CLIPS
          + " clips";
    }
    if (!different) {
      return "no difference shown";
    }
    return (metric.better().prefers(mean, 0) ? first : second).method()
        + " is better"
        + (overClips ? "" : ", in these clips");
  }

  private boolean isOfFrames(Metric metric) {
    return IntStream.range(0, first.clips().size())
        .anyMatch(clip -> !first.statistics(metric, clip).isEmpty());
  }

  private static String difference(double mean, Optional<Interval> interval) {
    return ScoreText.number(mean)
        + interval
            .map(
                found ->
                    " ["
                        + ScoreText.number(found.low())
                        + ", "
                        + ScoreText.number(found.high())
                        + "]")
            .orElse("");
  }

  private static String mean(double[] values) {
    return ScoreText.number(Arrays.stream(values).average().orElse(0));
  }
}
