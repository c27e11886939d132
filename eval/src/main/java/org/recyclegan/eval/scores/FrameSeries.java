package org.recyclegan.eval.scores;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A metric frame by frame, for a curve.
 *
 * @param name of the metric, or {@code motion_source} or {@code motion_output}
 * @param firstFrame the frame the first value belongs to: the later one of a pair
 * @param values one a frame from there on; a PSNR may be positive infinity
 */
public record FrameSeries(String name, int firstFrame, ImmutableDoubleArray values) {}
