/**
 * Optical flow: where each pixel of one frame has gone in another.
 *
 * <p>{@link org.recyclegan.eval.flow.FlowEstimator} is the interface; {@link
 * org.recyclegan.eval.flow.DisFlow} is the default behind the warping error and the motion curves,
 * {@link org.recyclegan.eval.flow.FarnebackFlow} defines tOF. {@link
 * org.recyclegan.eval.flow.FloFile} reads and writes flow; {@link
 * org.recyclegan.eval.flow.OcclusionMask} marks pixels without reliable flow.
 */
@NullMarked
package org.recyclegan.eval.flow;

import org.jspecify.annotations.NullMarked;
