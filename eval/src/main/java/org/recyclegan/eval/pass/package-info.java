/**
 * The interface of a metric and its input: the parts of one pass over the videos.
 *
 * <pre>
 *   Metric ─ states name, unit, direction, inputs, protocol, smallest side
 *     │ begin(EvaluationPass)   takes part: adds Accumulators, or shares those of others
 *     ▼
 *   Accumulator ◄─ FrameSet, index after index ─ VideoWindow: latest frames, first frame, flows
 *     │
 *     ▼ after the last frame
 *   Outcome ─ a number or a reason, with interval, details, series, warnings
 * </pre>
 */
@NullMarked
package org.recyclegan.eval.pass;

import org.jspecify.annotations.NullMarked;
