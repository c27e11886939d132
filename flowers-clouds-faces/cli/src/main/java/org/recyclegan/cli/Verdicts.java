package org.recyclegan.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.scores.Direction;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.ScoreText;
import org.recyclegan.eval.stats.Bootstrap;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.eval.stats.PairedDifference;

/**
 * Says where two methods differ. Seeds are averaged clip by clip. With enough clips the interval of
 * the paired difference is over clips; with fewer it is over moving blocks of the frames of each
 * clip, where the metric can be had from single frames, and the verdict says that it holds for
 * these clips only.
 */
final class Verdicts {

  /** Of a lag, nearer to zero is better, so that its length is what is compared. */
  private static final Set<MetricName> LAGS =
      EnumSet.of(MetricName.SYNC_LAG_MS, MetricName.SYNC_PHASE_MS);

  private final String group;
  private final Side first;
  private final Side second;

  /**
   * A method's evaluations.
   *
   * @param method its name
   * @param clips for each clip its evaluations, one a seed; the same clips on both sides
   */
  record Side(String method, List<List<Evaluation>> clips) {

    /** The metric of a clip, averaged over seeds; empty if a seed has none. */
    OptionalDouble value(MetricName metric, int clip) {
      List<OptionalDouble> values =
          clips.get(clip).stream()
              .map(e -> e.scores().find(metric).map(MetricResult::value))
              .map(value -> value.orElse(OptionalDouble.empty()))
              .toList();
      if (values.stream().anyMatch(OptionalDouble::isEmpty)) {
        return OptionalDouble.empty();
      }
      return values.stream()
          .mapToDouble(OptionalDouble::orElseThrow)
          .map(value -> LAGS.contains(metric) ? Math.abs(value) : value)
          .average();
    }

    /** The metric of a clip as a function of its frames, one a seed; empty if a seed has none. */
    List<FrameStatistic> statistics(MetricName metric, int clip) {
      List<FrameStatistic> seeds =
          clips.get(clip).stream().flatMap(e -> FrameStatistic.of(metric, e).stream()).toList();
      return seeds.size() == clips.get(clip).size() ? seeds : List.of();
    }
  }

  /**
   * Prepares to compare.
   *
   * @param group what is compared, such as a direction
   */
  Verdicts(String group, Side first, Side second) {
    this.group = group;
    this.first = first;
    this.second = second;
  }

  /** Returns what may be said of a metric; empty if no clip has it for both methods. */
  Optional<Finding> of(MetricName metric) {
    List<Integer> clips = new ArrayList<>();
    for (int i = 0; i < first.clips().size(); i++) {
      if (first.value(metric, i).isPresent() && second.value(metric, i).isPresent()) {
        clips.add(i);
      }
    }
    // The source's own number is the same whatever was made of it.
    if (clips.isEmpty() || metric == MetricName.WARP_ERROR_SOURCE) {
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
            metric.text(),
            group,
            metric.direction().word(),
            List.of(
                new Report.Fact(first.method(), mean(ofFirst)),
                new Report.Fact(second.method(), mean(ofSecond))),
            difference(paired.mean(), interval),
            verdict(metric, paired.mean(), interval.isPresent(), different, overClips),
            different));
  }

  private static double[] values(Side side, MetricName metric, List<Integer> clips) {
    return clips.stream().mapToDouble(i -> side.value(metric, i).orElseThrow()).toArray();
  }

  /** Both methods are asked for the same draw of frames, so that what is hard cancels out. */
  private Optional<Interval> overFrames(MetricName metric, List<Integer> clips) {
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
    return Bootstrap.DEFAULT.withinClips(
        frames,
        drawn ->
            IntStream.range(0, frames.length)
                .mapToDouble(i -> mean(ofFirst.get(i), drawn[i]) - mean(ofSecond.get(i), drawn[i]))
                .average()
                .orElseThrow());
  }

  private static double mean(List<FrameStatistic> seeds, int[] drawn) {
    return seeds.stream().mapToDouble(seed -> seed.of(drawn)).average().orElseThrow();
  }

  private String verdict(
      MetricName metric, double mean, boolean known, boolean different, boolean overClips) {
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
    boolean firstIsHigher = mean > 0;
    boolean firstIsBetter = firstIsHigher == (metric.direction() == Direction.HIGHER);
    return (firstIsBetter ? first : second).method()
        + " is better"
        + (overClips ? "" : ", in these clips");
  }

  private boolean isOfFrames(MetricName metric) {
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
