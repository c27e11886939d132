/**
 * Comparisons and studies. {@link org.recyclegan.studies.Comparison} trains methods on the same
 * videos and measures them on unseen frames; {@link org.recyclegan.studies.Study} does it on a
 * drawn world, against the truth. Both keep every finished part in its own file, so the same
 * request continues after an interruption.
 *
 * <p>One video is evaluated in {@link org.recyclegan.studies.scoring}.
 */
@NullMarked
package org.recyclegan.studies;

import org.jspecify.annotations.NullMarked;
