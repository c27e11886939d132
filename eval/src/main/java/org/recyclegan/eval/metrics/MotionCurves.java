package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.VideoWindow;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.stats.FrameStatistic;
import org.recyclegan.eval.sync.Correlation;

/** The motion energies of source and output, one number a frame of each. */
final class MotionCurves implements Accumulator {

  /** With fewer steps any two curves agree at some shift. */
  private static final int MIN_LENGTH = 8;

  private static final String SOURCE = "motion_source";
  private static final String OUTPUT = "motion_output";

  private final FlowEstimator estimator;
  private final ImmutableDoubleArray.Builder source = ImmutableDoubleArray.builder();
  private final ImmutableDoubleArray.Builder output = ImmutableDoubleArray.builder();

  private MotionCurves(FlowEstimator estimator) {
    this.estimator = estimator;
  }

  /**
   * Compares the two curves once both are whole.
   *
   * @param comparison given the source's curve and the output's, both long enough and varying
   */
  static Supplier<Outcome> compare(
      EvaluationPass pass, BiFunction<double[], double[], Outcome> comparison) {
    MotionCurves curves = pass.share(MotionCurves.class, () -> new MotionCurves(pass.flow()));
    return () -> curves.outcome(comparison);
  }

  /** Returns Pearson's correlation of two curves, with an interval over blocks of their pairs. */
  static Outcome pearson(double[] a, double[] b, EvaluationPass pass) {
    OptionalDouble value = Correlation.pearson(a, b);
    if (value.isEmpty()) {
      return Outcome.notApplicable("the motion does not vary", a.length);
    }
    FrameStatistic statistic = FrameStatistic.correlation(a, b).orElseThrow();
    return Outcome.value(
        value.getAsDouble(), pass.bootstrap().overFrames(a.length, statistic::of), a.length);
  }

  /** Returns a correlation of series of those curves, each transformed first. */
  static Optional<FrameStatistic> correlation(
      Map<String, double[]> series, UnaryOperator<double[]> transform) {
    double[] a = series.get(OUTPUT);
    double[] b = series.get(SOURCE);
    return a == null || b == null
        ? Optional.empty()
        : FrameStatistic.correlation(transform.apply(a), transform.apply(b));
  }

  @Override
  public List<Runnable> flows(FrameSet frames) {
    return Stream.of(frames.source(), frames.output())
        .flatMap(window -> window.beginningOfStep(estimator).stream())
        .toList();
  }

  @Override
  public void add(FrameSet frames) {
    if (frames.output().current().index() > 0) {
      source.add(energy(frames.source()));
      output.add(energy(frames.output()));
    }
  }

  /** In frame heights a frame, so that it does not depend on the resolution. */
  private double energy(VideoWindow window) {
    FlowField flow = window.flow(estimator, window.back(1).orElseThrow(), window.current());
    return flow.meanMagnitude() / Math.min(flow.width(), flow.height());
  }

  private Outcome outcome(BiFunction<double[], double[], Outcome> comparison) {
    ImmutableDoubleArray ofSource = source.build();
    ImmutableDoubleArray ofOutput = output.build();
    double[] a = ofSource.toArray();
    double[] b = ofOutput.toArray();
    return objection(a, b)
        .map(reason -> Outcome.notApplicable(reason, a.length))
        .orElseGet(() -> comparison.apply(a, b))
        .with(List.of(new FrameSeries(SOURCE, 1, ofSource), new FrameSeries(OUTPUT, 1, ofOutput)));
  }

  private static Optional<String> objection(double[] source, double[] output) {
    if (source.length < MIN_LENGTH) {
      return Optional.of(
          "needs at least " + MIN_LENGTH + " steps of motion, found " + source.length);
    }
    if (Correlation.pearson(source, source).isEmpty()) {
      return Optional.of("the source's motion does not vary");
    }
    if (Correlation.pearson(output, output).isEmpty()) {
      return Optional.of("the output's motion does not vary");
    }
    return Optional.empty();
  }
}
