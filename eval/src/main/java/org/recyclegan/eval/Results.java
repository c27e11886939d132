package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.stats.Bootstrap;
import org.recyclegan.eval.stats.Interval;

/** Collects answers, and drops those nobody asked for. */
final class Results {

  private final EvaluationOptions options;
  private final Map<MetricName, MetricResult> metrics = new EnumMap<>(MetricName.class);
  private final List<FrameSeries> series = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Results(EvaluationOptions options) {
    this.options = options;
  }

  Bootstrap bootstrap() {
    return options.bootstrap();
  }

  /** Answers with the mean of a number a frame, or with the reason why it has none. */
  void mean(MetricName name, ImmutableDoubleArray values, int firstFrame) {
    if (!options.metrics().contains(name)) {
      return;
    }
    series.add(new FrameSeries(name.text(), firstFrame, values));
    if (values.isEmpty()) {
      notApplicable(name, "the videos have too few frames", 0);
      return;
    }
    double[] finite = values.stream().filter(Double::isFinite).toArray();
    double mean = Arrays.stream(finite).average().orElse(0);
    if (finite.length < values.length()) {
      notApplicable(name, infinite(values.length(), finite.length, mean), values.length());
      return;
    }
    value(name, mean, bootstrap().overFrames(finite), values.length());
  }

  void value(MetricName name, double value, Optional<Interval> interval, long frames) {
    put(name, MetricResult.of(name, protocol(name), value, interval, frames));
  }

  void notApplicable(MetricName name, String reason, long frames) {
    put(name, MetricResult.notApplicable(name, protocol(name), reason, frames));
  }

  void curve(String name, int firstFrame, ImmutableDoubleArray values) {
    series.add(new FrameSeries(name, firstFrame, values));
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  List<MetricResult> metrics() {
    return List.copyOf(metrics.values());
  }

  List<FrameSeries> series() {
    return series;
  }

  List<String> warnings() {
    return warnings;
  }

  private void put(MetricName name, MetricResult result) {
    if (options.metrics().contains(name)) {
      metrics.put(name, result);
    }
  }

  private String protocol(MetricName name) {
    String protocol = name.protocol(options.flow().describe());
    return name == MetricName.WARP_ERROR_INTERVAL
        ? protocol + ", k = " + options.warpInterval()
        : protocol;
  }

  /** Infinity comes from identical frames, and one of them makes the mean infinite. */
  private static String infinite(int frames, int finite, double mean) {
    String identical = (frames - finite) + " of " + frames + " frames are identical";
    return finite == 0
        ? "infinite: " + identical
        : String.format(
            Locale.ROOT, "infinite: %s; the mean over the others is %.6g", identical, mean);
  }
}
