package org.recyclegan.eval.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.stats.FrameStatistic;

/** A comparison of the motion energies of source and output, which all of its kind share. */
abstract class SyncMetric extends Metric {

  SyncMetric(String name, String unit, Better better, String protocol) {
    super(name, unit, better, protocol, Input.OUTPUT, Input.SOURCE, Input.FLOW);
  }

  /** Compares two curves of the same length, long enough and varying. */
  abstract Outcome compare(double[] source, double[] output, EvaluationPass pass);

  /** Returns a number that no resampling of frames says anything about, or why there is none. */
  static Outcome bare(OptionalDouble value, String reasonIfNone, double[] curve) {
    return value.isPresent()
        ? Outcome.value(value.getAsDouble(), Optional.empty(), curve.length)
        : Outcome.notApplicable(reasonIfNone, curve.length);
  }

  @Override
  public final int cost() {
    return 30;
  }

  /** Empty unless overridden: most depend on the order of the frames. */
  @Override
  public Optional<FrameStatistic> statistic(Map<String, double[]> series) {
    return Optional.empty();
  }

  @Override
  public final Supplier<Outcome> begin(EvaluationPass pass) {
    return MotionCurves.compare(pass, (source, output) -> compare(source, output, pass));
  }
}
