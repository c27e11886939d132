package org.recyclegan.eval.pass;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.stats.Bootstrap;
import org.recyclegan.eval.stats.Interval;

/**
 * What a metric found in one pass.
 *
 * @param value the number; empty if there is a reason instead
 * @param notApplicable why there is no number, to show
 * @param interval how sure the number is
 * @param frames how many frames, pairs or samples the number was computed from
 * @param details further numbers in the metric's unit, finite, by name, in order
 * @param series numbers frame by frame; one of a name is kept where several metrics return it
 * @param warnings sentences for the user; equal ones of several metrics are kept once
 */
public record Outcome(
    OptionalDouble value,
    Optional<String> notApplicable,
    Optional<Interval> interval,
    long frames,
    Map<String, Double> details,
    List<FrameSeries> series,
    List<String> warnings) {

  public Outcome {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  public static Outcome value(double value, Optional<Interval> interval, long frames) {
    return new Outcome(
        OptionalDouble.of(value),
        Optional.empty(),
        interval,
        frames,
        Map.of(),
        List.of(),
        List.of());
  }

  public static Outcome notApplicable(String reason, long frames) {
    return new Outcome(
        OptionalDouble.empty(),
        Optional.of(reason),
        Optional.empty(),
        frames,
        Map.of(),
        List.of(),
        List.of());
  }

  /**
   * Returns the mean of a number a frame, with the series itself.
   *
   * @param series finite numbers
   */
  public static Outcome mean(FrameSeries series, Bootstrap bootstrap) {
    ImmutableDoubleArray values = series.values();
    Outcome outcome =
        values.isEmpty()
            ? notApplicable("the videos have too few frames", 0)
            : value(
                values.stream().average().orElseThrow(),
                bootstrap.overFrames(values.toArray()),
                values.length());
    return outcome.with(List.of(series));
  }

  public Outcome with(List<FrameSeries> curves) {
    return new Outcome(value, notApplicable, interval, frames, details, curves, warnings);
  }

  public Outcome detailed(Map<String, Double> numbers) {
    return new Outcome(value, notApplicable, interval, frames, numbers, series, warnings);
  }

  public Outcome warning(List<String> sentences) {
    return new Outcome(value, notApplicable, interval, frames, details, series, sentences);
  }
}
