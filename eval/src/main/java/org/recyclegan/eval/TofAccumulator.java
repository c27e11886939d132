package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.temporal.Tof;

/** tOF of the output against the reference or the source. */
final class TofAccumulator implements Accumulator {

  private final MetricName name;
  private final Function<FrameSet, VideoWindow> target;
  private final FlowEstimator farneback;
  private final Tof.Crop crop;
  private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

  /** Compares the output's motion with that of the video the function picks. */
  TofAccumulator(
      MetricName name,
      Function<FrameSet, VideoWindow> target,
      FlowEstimator farneback,
      Tof.Crop crop) {
    this.name = name;
    this.target = target;
    this.farneback = farneback;
    this.crop = crop;
  }

  @Override
  public List<Runnable> flows(FrameSet moment) {
    return Stream.of(target.apply(moment), moment.output())
        .flatMap(track -> track.beginningOfStep(farneback).stream())
        .toList();
  }

  @Override
  public void add(FrameSet moment) {
    Optional<FlowField> wanted = step(target.apply(moment));
    Optional<FlowField> found = step(moment.output());
    if (wanted.isPresent() && found.isPresent()) {
      values.add(Tof.between(wanted.get(), found.get(), crop));
    }
  }

  @Override
  public void report(Results results) {
    results.mean(name, values.build(), 1);
  }

  private Optional<FlowField> step(VideoWindow track) {
    return track.back(1).map(before -> track.flow(farneback, before, track.current()));
  }
}
