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
 * <p>Start at {@link org.recyclegan.eval.Evaluator}. What can be asked for is {@link
 * org.recyclegan.eval.metrics.Metrics}; what each metric means and what fools it is in {@code
 * docs/metrics.md}.
 */
@NullMarked
package org.recyclegan.eval;

import org.jspecify.annotations.NullMarked;
