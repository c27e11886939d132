package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.OcclusionMask;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.IndexedFrame;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.VideoWindow;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.temporal.WarpError;

/**
 * The warping error of the output, and of the source itself, along the source's flow: between
 * frames a fixed interval apart, or against the first frame.
 */
final class WarpErrors implements Accumulator {

  /** Stands for "against the first frame" instead of an interval. */
  static final int FIRST = 0;

  private final String name;
  private final int interval;
  private final FlowEstimator estimator;
  private final ImmutableDoubleArray.Builder ofOutput = ImmutableDoubleArray.builder();
  private final ImmutableDoubleArray.Builder ofSource = ImmutableDoubleArray.builder();
  private int hidden;

  private WarpErrors(String name, int interval, FlowEstimator estimator) {
    this.name = name;
    this.interval = interval;
    this.estimator = estimator;
  }

  /** Returns the errors of neighbouring frames. */
  static WarpErrors ofNeighbours(EvaluationPass pass) {
    return of(pass, "warp_error", 1);
  }

  /**
   * Returns the errors of an interval, or of {@link #FIRST}.
   *
   * @param name in warnings, the same for all that share
   */
  static WarpErrors of(EvaluationPass pass, String name, int interval) {
    return pass.share(
        List.of(WarpErrors.class, name), () -> new WarpErrors(name, interval, pass.flow()));
  }

  /** A frame, and the one that is fetched back to it. */
  private record Pair(IndexedFrame at, IndexedFrame other) {

    double error(FlowField flow, OcclusionMask mask) {
      return WarpError.LAI.between(at.frame(), other.frame(), flow, mask);
    }
  }

  @Override
  public List<Runnable> flows(FrameSet frames) {
    VideoWindow source = frames.source();
    return pair(source).stream()
        .flatMap(
            pair ->
                Stream.of(
                    source.beginning(estimator, pair.at, pair.other),
                    source.beginning(estimator, pair.other, pair.at)))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void add(FrameSet frames) {
    Optional<Pair> ofTheSource = pair(frames.source());
    Optional<Pair> ofTheOutput = pair(frames.output());
    if (ofTheSource.isPresent() && ofTheOutput.isPresent()) {
      compare(frames.source(), ofTheSource.get(), ofTheOutput.get());
    }
  }

  private Optional<Pair> pair(VideoWindow window) {
    IndexedFrame current = window.current();
    if (interval == FIRST) {
      return current.index() > 0
          ? Optional.of(new Pair(current, window.first()))
          : Optional.empty();
    }
    return window.back(interval).map(before -> new Pair(before, current));
  }

  private void compare(VideoWindow source, Pair ofTheSource, Pair ofTheOutput) {
    FlowField flow = source.flow(estimator, ofTheSource.at, ofTheSource.other);
    FlowField back = source.flow(estimator, ofTheSource.other, ofTheSource.at);
    OcclusionMask mask = OcclusionMask.between(flow, back);
    if (mask.count() == mask.width() * mask.height()) {
      hidden++;
    }
    ofSource.add(ofTheSource.error(flow, mask));
    ofOutput.add(ofTheOutput.error(flow, mask));
  }

  ImmutableDoubleArray ofOutput() {
    return ofOutput.build();
  }

  ImmutableDoubleArray ofSource() {
    return ofSource.build();
  }

  /** Returns the mean of one of the two, with what is to be said of all pairs. */
  Outcome mean(String metric, ImmutableDoubleArray errors, EvaluationPass pass) {
    int firstFrame = interval == FIRST ? 1 : interval;
    return warned(Outcome.mean(new FrameSeries(metric, firstFrame, errors), pass.bootstrap()));
  }

  Outcome warned(Outcome outcome) {
    return hidden == 0
        ? outcome
        : outcome.warning(
            List.of(
                name
                    + ": in "
                    + hidden
                    + " pairs of frames the source's flow could be believed nowhere; they count as"
                    + " 0, as the definition has it."));
  }
}
