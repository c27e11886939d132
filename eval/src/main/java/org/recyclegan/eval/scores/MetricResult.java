package org.recyclegan.eval.scores;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recyclegan.eval.stats.Interval;

/**
 * One metric's answer: a number, or the reason why there is none. Never NaN.
 *
 * @param name as in {@link MetricName#text()}
 * @param protocol what exactly was computed
 * @param value the number, finite; empty if not applicable
 * @param notApplicable why there is no number; empty if there is one
 * @param unit a symbol, {@code "1"} for a pure number
 * @param direction which way is better
 * @param interval how sure the number is; empty where it cannot be said
 * @param frames how many frames or pairs of frames the number was computed from
 */
public record MetricResult(
    String name,
    String protocol,
    OptionalDouble value,
    Optional<String> notApplicable,
    String unit,
    Better direction,
    Optional<Interval> interval,
    long frames) {

  /**
   * Checks that there is either a finite number or a reason.
   *
   * @throws IllegalArgumentException if there are both or neither, the number is not finite, there
   *     is an interval without a number, or the frames are negative
   */
  public MetricResult {
    if (value.isPresent() == notApplicable.isPresent()) {
      throw new IllegalArgumentException("Expected either a value or a reason for " + name);
    }
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "Expected a finite " + name + ", found " + value.getAsDouble());
    }
    if (interval.isPresent() && value.isEmpty()) {
      throw new IllegalArgumentException("Found an interval of nothing for " + name);
    }
    if (frames < 0) {
      throw new IllegalArgumentException("Found " + frames + " frames for " + name);
    }
  }

  /**
   * Creates an answer with a number.
   *
   * @param name of the metric
   * @param protocol what exactly was computed
   * @param value the number, finite
   * @param interval how sure it is
   * @param frames what it was computed from
   * @return the answer
   */
  public static MetricResult of(
      MetricName name, String protocol, double value, Optional<Interval> interval, long frames) {
    return new MetricResult(
        name.text(),
        protocol,
        OptionalDouble.of(value),
        Optional.empty(),
        name.unit(),
        name.direction(),
        interval,
        frames);
  }

  /**
   * Creates an answer without a number.
   *
   * @param name of the metric
   * @param protocol what would have been computed
   * @param reason why it was not, for people
   * @param frames what there was
   * @return the answer
   */
  public static MetricResult notApplicable(
      MetricName name, String protocol, String reason, long frames) {
    return new MetricResult(
        name.text(),
        protocol,
        OptionalDouble.empty(),
        Optional.of(reason),
        name.unit(),
        name.direction(),
        Optional.empty(),
        frames);
  }
}
