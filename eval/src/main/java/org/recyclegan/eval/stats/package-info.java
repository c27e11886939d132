/**
 * Uncertainty of numbers. {@link org.recyclegan.eval.stats.Bootstrap} gives intervals over clips,
 * or over moving blocks of frames if there is one clip only, since neighbouring frames are nearly
 * the same picture; {@link org.recyclegan.eval.stats.PairedDifference} says whether two methods
 * differ on the same clips.
 */
@NullMarked
package org.recyclegan.eval.stats;

import org.jspecify.annotations.NullMarked;
