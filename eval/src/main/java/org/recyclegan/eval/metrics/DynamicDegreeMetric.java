package org.recyclegan.eval.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.IndexedFrame;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.temporal.DynamicDegree;

/** Whether the output moves at all. */
final class DynamicDegreeMetric extends Metric {

  DynamicDegreeMetric() {
    super(
        "dynamic_degree",
        "1",
        Better.HIGHER,
        "VBench with {flow} for RAFT: at about 8 frames/s, 1 if in round(T/4) steps the fastest 5 %"
            + " of the pixels move by more than 6 min(H, W)/256 px, else 0",
        Input.OUTPUT,
        Input.FLOW);
  }

  @Override
  public int cost() {
    return 20;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    Steps steps =
        pass.accumulate(new Steps(DynamicDegree.interval(pass.output().rate()), pass.flow()));
    return steps::outcome;
  }

  private static final class Steps implements Accumulator {

    private final int interval;
    private final FlowEstimator estimator;
    private @Nullable IndexedFrame announced;
    private @Nullable IndexedFrame before;
    private int thinned;
    private int moving;

    Steps(int interval, FlowEstimator estimator) {
      this.interval = interval;
      this.estimator = estimator;
    }

    @Override
    public List<Runnable> flows(FrameSet frames) {
      IndexedFrame current = frames.output().current();
      if (current.index() % interval != 0) {
        return List.of();
      }
      IndexedFrame from = announced;
      announced = current;
      return from == null
          ? List.of()
          : frames.output().beginning(estimator, from, current).stream().toList();
    }

    @Override
    public void add(FrameSet frames) {
      IndexedFrame current = frames.output().current();
      if (current.index() % interval != 0) {
        return;
      }
      IndexedFrame from = before;
      if (from != null && DynamicDegree.moves(frames.output().flow(estimator, from, current))) {
        moving++;
      }
      before = current;
      thinned++;
    }

    Outcome outcome() {
      return thinned < 2
          ? Outcome.notApplicable("at about 8 frames a second only one is left", thinned)
          : Outcome.value(
              DynamicDegree.isDynamic(moving, thinned) ? 1 : 0, Optional.empty(), thinned);
    }
  }
}
