package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.recyclegan.eval.flow.FarnebackFlow;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.VideoWindow;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.temporal.Tof;

/** tOF of the output against another video. */
final class FlowDistance implements Accumulator {

  /** One object, so that two metrics find the output's flow once: it is looked up by estimator. */
  private static final FlowEstimator FARNEBACK = new FarnebackFlow();

  private final Function<FrameSet, VideoWindow> target;
  private final Tof.Crop crop;
  private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

  private FlowDistance(Function<FrameSet, VideoWindow> target, Tof.Crop crop) {
    this.target = target;
    this.crop = crop;
  }

  /** Compares the output's motion with that of the video the function picks. */
  static Supplier<Outcome> of(
      Metric metric, EvaluationPass pass, Function<FrameSet, VideoWindow> target) {
    Tof.Crop crop = Tof.Crop.of(pass.output().width(), pass.output().height()).orElseThrow();
    FlowDistance distance = pass.accumulate(new FlowDistance(target, crop));
    return () ->
        Outcome.mean(new FrameSeries(metric.name(), 1, distance.values.build()), pass.bootstrap());
  }

  @Override
  public List<Runnable> flows(FrameSet frames) {
    return Stream.of(target.apply(frames), frames.output())
        .flatMap(window -> window.beginningOfStep(FARNEBACK).stream())
        .toList();
  }

  @Override
  public void add(FrameSet frames) {
    Optional<FlowField> wanted = step(target.apply(frames));
    Optional<FlowField> found = step(frames.output());
    if (wanted.isPresent() && found.isPresent()) {
      values.add(Tof.between(wanted.get(), found.get(), crop));
    }
  }

  private static Optional<FlowField> step(VideoWindow window) {
    return window.back(1).map(before -> window.flow(FARNEBACK, before, window.current()));
  }
}
