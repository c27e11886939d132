package org.recyclegan.eval.scores;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recyclegan.eval.stats.Interval;

/**
 * One metric's answer: a number, or the reason why there is none. Never NaN.
 *
 * @param name of the metric
 * @param protocol what exactly was computed
 * @param value the number, finite; empty if not applicable
 * @param notApplicable why there is no number; empty if there is one
 * @param unit a symbol, {@code "1"} for a pure number
 * @param direction which way is better
 * @param interval how sure the number is; empty where it cannot be said
 * @param frames how many frames or pairs of frames the number was computed from
 * @param details further finite numbers of the same unit by name, in order; mostly none
 */
public record MetricResult(
    String name,
    String protocol,
    OptionalDouble value,
    Optional<String> notApplicable,
    String unit,
    Better direction,
    Optional<Interval> interval,
    long frames,
    Map<String, Double> details) {

  /**
   * Checks that there is either a finite number or a reason.
   *
   * @throws IllegalArgumentException if there are both or neither, a number is not finite, there is
   *     an interval without a number, or the frames are negative
   */
  public MetricResult {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    if (!details.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("Expected finite details of " + name + ": " + details);
    }
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
}
