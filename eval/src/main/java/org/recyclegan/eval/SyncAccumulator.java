package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.sync.Correlation;
import org.recyclegan.eval.sync.CrossCorrelation;
import org.recyclegan.eval.sync.PhaseLag;
import org.recyclegan.eval.sync.TimeWarp;
import org.recyclegan.video.FrameRate;

/** Whether output and source move in step: one number a frame of each is kept. */
final class SyncAccumulator implements Accumulator {

  /** What this answers. */
  static final List<MetricName> NAMES =
      List.of(
          MetricName.SYNC_PEARSON,
          MetricName.SYNC_SPEARMAN,
          MetricName.SYNC_NCC,
          MetricName.SYNC_LAG_MS,
          MetricName.SYNC_DTW_MS,
          MetricName.SYNC_PHASE_MS);

  /** With fewer steps any two curves agree at some shift. */
  private static final int MIN_LENGTH = 8;

  /** Below this the two do not share the rhythm whose phase would be compared. */
  private static final double MIN_COHERENCE = 0.5;

  private final double millisPerFrame;
  private final FlowEstimator estimator;
  private final ImmutableDoubleArray.Builder source = ImmutableDoubleArray.builder();
  private final ImmutableDoubleArray.Builder output = ImmutableDoubleArray.builder();

  /** Listens to two videos of this rate. */
  SyncAccumulator(FrameRate rate, FlowEstimator estimator) {
    millisPerFrame = 1000 / rate.perSecond();
    this.estimator = estimator;
  }

  @Override
  public List<Runnable> flows(FrameSet moment) {
    return Stream.of(moment.source(), moment.output())
        .flatMap(track -> track.beginningOfStep(estimator).stream())
        .toList();
  }

  @Override
  public void add(FrameSet moment) {
    if (moment.output().current().index() > 0) {
      source.add(energy(moment.source()));
      output.add(energy(moment.output()));
    }
  }

  @Override
  public void report(Results results) {
    ImmutableDoubleArray sourceCurve = source.build();
    ImmutableDoubleArray outputCurve = output.build();
    results.curve("motion_source", 1, sourceCurve);
    results.curve("motion_output", 1, outputCurve);
    double[] a = sourceCurve.toArray();
    double[] b = outputCurve.toArray();
    Optional<String> objection = objection(a, b);
    if (objection.isPresent()) {
      NAMES.forEach(name -> results.notApplicable(name, objection.get(), a.length));
      return;
    }
    reportCorrelation(results, MetricName.SYNC_PEARSON, a, b);
    reportCorrelation(
        results, MetricName.SYNC_SPEARMAN, Correlation.ranks(a), Correlation.ranks(b));
    reportShift(results, a, b);
    TimeWarp.align(a, b)
        .ifPresent(
            warp ->
                results.value(
                    MetricName.SYNC_DTW_MS,
                    warp.meanOffset() * millisPerFrame,
                    Optional.empty(),
                    a.length));
    reportPhase(results, a, b);
  }

  /** In frame heights a frame, so that it does not depend on the resolution. */
  private double energy(VideoWindow track) {
    IndexedFrame current = track.current();
    IndexedFrame before = track.back(1).orElseThrow();
    FlowField flow = track.flow(estimator, before, current);
    return flow.meanMagnitude() / Math.min(flow.width(), flow.height());
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

  /** Resamples the pairs (of ranks, for Spearman), not the order in which they came. */
  private static void reportCorrelation(Results results, MetricName name, double[] a, double[] b) {
    OptionalDouble value = Correlation.pearson(a, b);
    if (value.isPresent()) {
      results.value(
          name,
          value.getAsDouble(),
          results
              .bootstrap()
              .overFrames(
                  a.length,
                  drawn -> Correlation.pearson(pick(a, drawn), pick(b, drawn)).orElse(Double.NaN)),
          a.length);
    }
  }

  private void reportShift(Results results, double[] a, double[] b) {
    Optional<CrossCorrelation> best = CrossCorrelation.best(a, b);
    if (best.isEmpty()) {
      results.notApplicable(MetricName.SYNC_NCC, "no shift leaves motion that varies", a.length);
      results.notApplicable(MetricName.SYNC_LAG_MS, "no shift leaves motion that varies", a.length);
      return;
    }
    CrossCorrelation shift = best.get();
    results.value(MetricName.SYNC_NCC, shift.value(), Optional.empty(), a.length);
    results.value(MetricName.SYNC_LAG_MS, shift.lag() * millisPerFrame, Optional.empty(), a.length);
  }

  private void reportPhase(Results results, double[] a, double[] b) {
    Optional<PhaseLag> phase = PhaseLag.between(a, b);
    OptionalDouble coherence = phase.map(PhaseLag::coherence).orElse(OptionalDouble.empty());
    if (phase.isEmpty() || coherence.isEmpty()) {
      results.notApplicable(
          MetricName.SYNC_PHASE_MS, "the motion shows too few periods to judge a rhythm", a.length);
    } else if (coherence.getAsDouble() < MIN_COHERENCE) {
      results.notApplicable(
          MetricName.SYNC_PHASE_MS, "the output does not share the source's rhythm", a.length);
    } else {
      results.value(
          MetricName.SYNC_PHASE_MS,
          phase.get().frames() * millisPerFrame,
          Optional.empty(),
          a.length);
    }
  }

  private static double[] pick(double[] values, int[] drawn) {
    double[] picked = new double[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      picked[i] = values[drawn[i]];
    }
    return picked;
  }
}
