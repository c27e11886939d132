package org.recyclegan.eval.pass;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.stats.FrameStatistic;

/**
 * A metric: everything there is to know of it stands in its class. Metrics have no state; what they
 * collect is in the {@link EvaluationPass}.
 */
public abstract class Metric {

  private final String name;
  private final String unit;
  private final Better better;
  private final String protocol;
  private final Set<Input> inputs;

  /**
   * Describes a metric.
   *
   * @param name in options and files: lower-case letters, digits and underscores
   * @param unit a symbol, {@code "1"} for a pure number
   * @param better which values are better
   * @param protocol what exactly is computed, in one line; {@code {flow}} stands for the flow
   *     estimator in use and {@code {k}} for the interval of {@code warp_error_interval}
   * @param inputs what must be there
   */
  protected Metric(String name, String unit, Better better, String protocol, Input... inputs) {
    this.name = name;
    this.unit = unit;
    this.better = better;
    this.protocol = protocol;
    Set<Input> all = EnumSet.noneOf(Input.class);
    all.addAll(Arrays.asList(inputs));
    this.inputs = all;
  }

  /**
   * Takes part in a pass: adds accumulators to it, or shares those of other metrics. Called only
   * where all inputs are there and the frames are large enough.
   *
   * @return gives the outcome, once, after the last frame
   */
  public abstract Supplier<Outcome> begin(EvaluationPass pass);

  /** Returns the shortest side in pixels that the metric is defined on. */
  public int minimumSide(EvaluationPass pass) {
    return needs(Input.FLOW) ? pass.flow().minimumSide() : 1;
  }

  /**
   * Returns roughly what a frame costs, in milliseconds at 640x360. Costly metrics are started
   * first, so that no thread is left with one at the end of a step.
   */
  public int cost() {
    return 0;
  }

  /** Returns whether it is computed where the user names no metrics. */
  public boolean isDefault() {
    return !needs(Input.NETWORK);
  }

  /**
   * Returns the metric as a function of single frames, for comparing two methods on few clips.
   *
   * @param series numbers of the frames of one clip, by name, none empty
   * @return empty if it depends on the order of the frames, or the series are not there
   */
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return Optional.ofNullable(series.get(name)).map(FrameStatistic::mean);
  }

  public final String name() {
    return name;
  }

  public final String unit() {
    return unit;
  }

  public final Better better() {
    return better;
  }

  public final boolean needs(Input input) {
    return inputs.contains(input);
  }

  /** Returns what exactly is computed in a pass, in one line for people. */
  public final String protocol(EvaluationPass pass) {
    return protocol
        .replace("{flow}", pass.flow().describe())
        .replace("{k}", Integer.toString(pass.warpInterval()));
  }

  /** Returns what exactly is computed if there is no pass. */
  public final String protocol() {
    return protocol;
  }

  /** Returns why the metric cannot be computed in a pass; empty if it can. */
  public final Optional<String> objection(EvaluationPass pass, boolean hasReference) {
    if (needs(Input.NETWORK)) {
      return Optional.of(
          "needs a network supplied by you, and a set of samples rather than one clip");
    }
    if (needs(Input.REFERENCE) && !hasReference) {
      return Optional.of("no reference was given");
    }
    int side = Math.min(pass.output().width(), pass.output().height());
    int minimum = minimumSide(pass);
    return side < minimum
        ? Optional.of(
            String.format(
                Locale.ROOT, "needs sides of at least %d pixels, found %d", minimum, side))
        : Optional.empty();
  }

  /** Returns an outcome under this metric's name. */
  public final MetricResult result(String exactProtocol, Outcome outcome) {
    return new MetricResult(
        name,
        exactProtocol,
        outcome.value(),
        outcome.notApplicable(),
        unit,
        better,
        outcome.interval(),
        outcome.frames(),
        outcome.details());
  }

  @Override
  public final String toString() {
    return name;
  }
}
