package org.recyclegan.eval;

import java.util.Set;
import org.recyclegan.eval.flow.DisFlow;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.stats.Bootstrap;

/**
 * How to evaluate.
 *
 * @param metrics what to compute
 * @param flow the estimator behind the warping error and the motion; tOF has its own
 * @param warpInterval k of {@code warp_error_interval}, in frames, from 1 to 250; that many frames
 *     are held in memory if it is asked for
 * @param bootstrap how to find intervals
 * @param threads how many flows and comparisons to compute at once; the numbers do not depend on it
 * @param resize whether source and reference are resized to the output's size; otherwise a
 *     different size is refused
 */
public record EvaluationOptions(
    Set<Metric> metrics,
    FlowEstimator flow,
    int warpInterval,
    Bootstrap bootstrap,
    int threads,
    boolean resize) {

  private static final int WARP_INTERVAL = 10;

  /** The longest interval: that many frames of each video are held in memory. */
  public static final int MAX_WARP_INTERVAL = 250;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public EvaluationOptions {
    metrics = Set.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one metric");
    }
    if (warpInterval < 1 || warpInterval > MAX_WARP_INTERVAL) {
      throw new IllegalArgumentException(
          "Expected an interval from 1 to " + MAX_WARP_INTERVAL + ", found " + warpInterval);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("Expected at least 1 thread, found " + threads);
    }
  }

  /**
   * Returns the default settings.
   *
   * @return all metrics that need no network, DIS flow, an interval of 10 frames, one thread per
   *     core, no resizing
   */
  public static EvaluationOptions defaults() {
    return new EvaluationOptions(
        Metrics.defaults(),
        DisFlow.medium(),
        WARP_INTERVAL,
        Bootstrap.DEFAULT,
        Runtime.getRuntime().availableProcessors(),
        /* resize= */ false);
  }

  /** Returns these settings with other metrics. */
  public EvaluationOptions withMetrics(Set<Metric> chosen) {
    return new EvaluationOptions(chosen, flow, warpInterval, bootstrap, threads, resize);
  }

  /** Returns these settings with another flow estimator. */
  public EvaluationOptions withFlow(FlowEstimator estimator) {
    return new EvaluationOptions(metrics, estimator, warpInterval, bootstrap, threads, resize);
  }

  /** Returns these settings with another interval: k of {@code warp_error_interval}, in frames. */
  public EvaluationOptions withWarpInterval(int frames) {
    return new EvaluationOptions(metrics, flow, frames, bootstrap, threads, resize);
  }

  /** Returns these settings with another number of threads, at least 1. */
  public EvaluationOptions withThreads(int count) {
    return new EvaluationOptions(metrics, flow, warpInterval, bootstrap, count, resize);
  }

  /** Returns these settings with resizing. */
  public EvaluationOptions withResizing() {
    return new EvaluationOptions(
        metrics, flow, warpInterval, bootstrap, threads, /* resize= */ true);
  }
}
