/**
 * Measures whether two videos move in step, by one number per frame: the motion energy, which is
 * the mean length of the video's own flow. It allows a change of geometry, which a comparison of
 * flow fields pixel by pixel does not.
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
