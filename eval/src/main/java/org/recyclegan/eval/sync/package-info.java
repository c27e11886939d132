/**
 * Whether two videos move in step, judged on one number a frame for each: its motion energy, the
 * mean length of the video's own flow. That survives a change of geometry, which flow fields
 * compared pixel by pixel do not.
 *
 * <p>{@link org.recyclegan.eval.sync.Correlation} compares at lag 0, {@link
 * org.recyclegan.eval.sync.CrossCorrelation} finds the best shift, {@link
 * org.recyclegan.eval.sync.TimeWarp} the best alignment, {@link org.recyclegan.eval.sync.PhaseLag}
 * the delay of a periodic motion. Nothing here returns NaN: a series that does not vary gives an
 * empty answer.
 */
@NullMarked
package org.recyclegan.eval.sync;

import org.jspecify.annotations.NullMarked;
