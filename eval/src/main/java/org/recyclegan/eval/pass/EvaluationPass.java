package org.recyclegan.eval.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.stats.Bootstrap;
import org.recyclegan.video.VideoInfo;

/**
 * One pass over the videos while it is being set up: what metrics compute with, and what several of
 * them share.
 */
public final class EvaluationPass {

  private final VideoInfo output;
  private final FlowEstimator flow;
  private final int warpInterval;
  private final Bootstrap bootstrap;
  private final Map<Object, Object> shared = new HashMap<>();
  private final List<Accumulator> accumulators = new ArrayList<>();
  private int depth = 1;

  /**
   * Begins.
   *
   * @param output the video whose size and rate count
   * @param flow the estimator of metrics that leave the choice
   * @param warpInterval frames between the two of {@code warp_error_interval}
   * @param bootstrap how intervals are found
   */
  public EvaluationPass(
      VideoInfo output, FlowEstimator flow, int warpInterval, Bootstrap bootstrap) {
    this.output = output;
    this.flow = flow;
    this.warpInterval = warpInterval;
    this.bootstrap = bootstrap;
  }

  public VideoInfo output() {
    return output;
  }

  public FlowEstimator flow() {
    return flow;
  }

  public int warpInterval() {
    return warpInterval;
  }

  public Bootstrap bootstrap() {
    return bootstrap;
  }

  /** Returns the duration of a frame in milliseconds, on average. */
  public double millisPerFrame() {
    return 1000 / output.rate().perSecond();
  }

  /** Has an accumulator of one metric fed. */
  public <A extends Accumulator> A accumulate(A accumulator) {
    accumulators.add(accumulator);
    return accumulator;
  }

  /**
   * Returns the accumulator of a key, made and fed only once.
   *
   * @param key equal for metrics that share; must determine the type
   */
  @SuppressWarnings("unchecked") // The key determines the type.
  public <A extends Accumulator> A share(Object key, Supplier<A> maker) {
    Object known = shared.get(key);
    if (known == null) {
      known = accumulate(maker.get());
      shared.put(key, known);
    }
    return (A) known;
  }

  /** Asks that each video hold at least that many frames before the current one. */
  public void hold(int frames) {
    depth = Math.max(depth, frames);
  }

  /** Returns how many frames before the current one are held. */
  public int depth() {
    return depth;
  }

  /** Returns everything to feed, in the order in which it was added. */
  public List<Accumulator> accumulators() {
    return List.copyOf(accumulators);
  }
}
