package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.OcclusionMask;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.temporal.WarpError;

/**
 * The warping error of the output, and of the source itself, along the source's flow: between
 * frames a fixed interval apart, or against the first frame.
 */
final class WarpAccumulator implements Accumulator {

  /** Stands for "against the first frame" in the place of an interval. */
  static final int FIRST = 0;

  private final MetricName name;
  private final int interval;
  private final FlowEstimator estimator;
  private final ImmutableDoubleArray.Builder ofOutput = ImmutableDoubleArray.builder();
  private final ImmutableDoubleArray.Builder ofSource = ImmutableDoubleArray.builder();
  private int hidden;

  /** A frame, and the one that is fetched back to it. */
  private record Pair(IndexedFrame at, IndexedFrame other) {

    double error(FlowField flow, OcclusionMask mask) {
      return WarpError.LAI.between(at.frame(), other.frame(), flow, mask);
    }
  }

  /** Compares frames {@code interval} apart, or each with the first. */
  WarpAccumulator(MetricName name, int interval, FlowEstimator estimator) {
    this.name = name;
    this.interval = interval;
    this.estimator = estimator;
  }

  @Override
  public List<Runnable> flows(FrameSet moment) {
    VideoWindow source = moment.source();
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
  public void add(FrameSet moment) {
    Optional<Pair> ofTheSource = pair(moment.source());
    Optional<Pair> ofTheOutput = pair(moment.output());
    if (ofTheSource.isPresent() && ofTheOutput.isPresent()) {
      compare(moment.source(), ofTheSource.get(), ofTheOutput.get());
    }
  }

  private Optional<Pair> pair(VideoWindow track) {
    IndexedFrame current = track.current();
    if (interval == FIRST) {
      return current.index() > 0 ? Optional.of(new Pair(current, track.first())) : Optional.empty();
    }
    return track.back(interval).map(before -> new Pair(before, current));
  }

  @Override
  public void report(Results results) {
    ImmutableDoubleArray output = ofOutput.build();
    ImmutableDoubleArray source = ofSource.build();
    int firstFrame = interval == FIRST ? 1 : interval;
    results.mean(name, output, firstFrame);
    if (name == MetricName.WARP_ERROR) {
      results.mean(MetricName.WARP_ERROR_SOURCE, source, firstFrame);
      reportRatio(results, output.toArray(), source.toArray());
    }
    if (hidden > 0) {
      results.warn(
          name.text()
              + ": in "
              + hidden
              + " pairs of frames the source's flow could be believed nowhere; they count as 0, as"
              + " the definition has it.");
    }
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

  private static void reportRatio(Results results, double[] output, double[] source) {
    double ratio = ratio(output, source, identity(output.length));
    if (Double.isFinite(ratio)) {
      results.value(
          MetricName.WARP_ERROR_RATIO,
          ratio,
          results.bootstrap().overFrames(output.length, drawn -> ratio(output, source, drawn)),
          output.length);
    } else {
      results.notApplicable(
          MetricName.WARP_ERROR_RATIO,
          output.length == 0
              ? "the videos have too few frames"
              : "the source's own warping error is 0",
          output.length);
    }
  }

  private static double ratio(double[] output, double[] source, int[] drawn) {
    double above = 0;
    double below = 0;
    for (int index : drawn) {
      above += output[index];
      below += source[index];
    }
    return below > 0 ? above / below : Double.NaN;
  }

  private static int[] identity(int length) {
    return IntStream.range(0, length).toArray();
  }
}
