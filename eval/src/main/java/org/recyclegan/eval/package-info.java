/**
 * Measuring a retargeted video. No networks here: what needs one takes it through an interface.
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
 * <p>How metrics run in one pass and in parallel: each video is decoded a few frames ahead by the
 * workers and resized to the output. For every index the metrics first name the flows they will
 * need; a flow that two of them need is computed once, and flows of the next indices are computed
 * while earlier indices are still compared. Each accumulator sees the indices in order and one at a
 * time, so numbers do not depend on the number of threads; different accumulators run side by side,
 * costly ones first. Two indices with flows are held at most, because a flow has two numbers a
 * pixel.
 *
 * <p>Start at {@link org.recyclegan.eval.Evaluator}. What can be asked for is {@link
 * org.recyclegan.eval.metrics.Metrics}; what each metric means and what fools it is in {@code
 * docs/metrics.md}.
 */
@NullMarked
package org.recyclegan.eval;

import org.jspecify.annotations.NullMarked;
