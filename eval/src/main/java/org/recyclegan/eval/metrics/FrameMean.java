package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.FrameSeries;

/** The mean of a number that each frame, or each pair of neighbours, has. */
final class FrameMean implements Accumulator {

  private final Function<FrameSet, OptionalDouble> measure;
  private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

  private FrameMean(Function<FrameSet, OptionalDouble> measure) {
    this.measure = measure;
  }

  /** Measures every frame, the first included. */
  static Supplier<Outcome> ofFrames(
      Metric metric, EvaluationPass pass, Function<FrameSet, OptionalDouble> measure) {
    return of(metric, pass, 0, measure);
  }

  /** Measures every pair of neighbours; the value belongs to the later frame. */
  static Supplier<Outcome> ofPairs(
      Metric metric, EvaluationPass pass, Function<FrameSet, OptionalDouble> measure) {
    return of(metric, pass, 1, measure);
  }

  private static Supplier<Outcome> of(
      Metric metric,
      EvaluationPass pass,
      int firstFrame,
      Function<FrameSet, OptionalDouble> measure) {
    FrameMean mean = pass.accumulate(new FrameMean(measure));
    return () ->
        Outcome.mean(
            new FrameSeries(metric.name(), firstFrame, mean.values.build()), pass.bootstrap());
  }

  @Override
  public void add(FrameSet frames) {
    measure.apply(frames).ifPresent(values::add);
  }
}
