/**
 * Measures a retargeted video. It contains no networks; metrics that need one take it through an
 * interface.
 *
 * <pre>
 *   output ─┐
 *   source ─┼─ Evaluator ─ one pass, a few frames of each in memory ─► Evaluation
 *   (truth) ┘      │                                                  ├ Scores ─► JSON, CSV
 *                  ├ image     PSNR, SSIM, MS-SSIM against the truth  └ FrameSeries, for curves
 *                  ├ flow      where things move
 *                  ├ temporal  warping error, tOF, flickering, dynamic degree
 *                  ├ sync      does it move in step with the source
 *                  └ stats     how sure is that
 *   label maps ─► segmentation        sets of features ─► features
 * </pre>
 *
 * <p>All metrics run in one pass and in parallel. The workers decode each video a few frames ahead
 * and resize it to the output's size. For every index the metrics first name the flows they will
 * need; a flow that two of them need is computed once, and flows of the next indices are computed
 * while earlier indices are still compared. Each accumulator sees the indices in order and one at a
 * time, so numbers do not depend on the number of threads; different accumulators run side by side,
 * costly ones first. At most two indices with flows are held, because a flow has two numbers per
 * pixel.
 *
 * <p>Start at {@link org.recyclegan.eval.Evaluator}. {@link org.recyclegan.eval.metrics.Metrics}
 * lists the metrics; {@code docs/metrics.md} explains each and what misleads it.
 */
@NullMarked
package org.recyclegan.eval;

import org.jspecify.annotations.NullMarked;
