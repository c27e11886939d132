package org.recyclegan.eval;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.temporal.DynamicDegree;
import org.recyclegan.video.FrameRate;

/** Whether the output moves at all. */
final class DynamicAccumulator implements Accumulator {

  private final int interval;
  private final FlowEstimator estimator;
  private @Nullable IndexedFrame announced;
  private @Nullable IndexedFrame before;
  private int thinned;
  private int moving;

  /** Thins a video of this rate. */
  DynamicAccumulator(FrameRate rate, FlowEstimator estimator) {
    interval = DynamicDegree.interval(rate);
    this.estimator = estimator;
  }

  @Override
  public List<Runnable> flows(FrameSet moment) {
    IndexedFrame current = moment.output().current();
    if (current.index() % interval != 0) {
      return List.of();
    }
    IndexedFrame from = announced;
    announced = current;
    return from == null
        ? List.of()
        : moment.output().beginning(estimator, from, current).stream().toList();
  }

  @Override
  public void add(FrameSet moment) {
    IndexedFrame current = moment.output().current();
    if (current.index() % interval != 0) {
      return;
    }
    IndexedFrame from = before;
    if (from != null && DynamicDegree.moves(moment.output().flow(estimator, from, current))) {
      moving++;
    }
    before = current;
    thinned++;
  }

  @Override
  public void report(Results results) {
    if (thinned < 2) {
      results.notApplicable(
          MetricName.DYNAMIC_DEGREE, "at about 8 frames a second only one is left", thinned);
      return;
    }
    double value = DynamicDegree.isDynamic(moving, thinned) ? 1 : 0;
    results.value(MetricName.DYNAMIC_DEGREE, value, Optional.empty(), thinned);
  }
}
