/**
 * The metrics, one a file, and {@link org.recyclegan.eval.metrics.Metrics}, which lists them. To
 * add one: a class that extends {@link org.recyclegan.eval.pass.Metric}, a line in the list, a
 * test, and a place in {@code docs/metrics.md}; a contract test checks the declaration.
 *
 * <p>Metrics that need the same numbers share an accumulator: {@link
 * org.recyclegan.eval.metrics.MotionCurves}, {@link org.recyclegan.eval.metrics.WarpErrors}, {@link
 * org.recyclegan.eval.metrics.FlowDistance} and {@link
 * org.recyclegan.eval.metrics.FrameSimilarity}; a plain number per frame is a {@link
 * org.recyclegan.eval.metrics.FrameMean}. Declarations that metrics of a kind share are in {@link
 * org.recyclegan.eval.metrics.TruthMetric}, {@link org.recyclegan.eval.metrics.WarpMetric} and
 * {@link org.recyclegan.eval.metrics.SyncMetric}; those that need a network are in {@link
 * org.recyclegan.eval.metrics.network}.
 */
@NullMarked
package org.recyclegan.eval.metrics;

import org.jspecify.annotations.NullMarked;
