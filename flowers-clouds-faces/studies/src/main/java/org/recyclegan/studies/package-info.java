/**
 * What is compared and studied. {@link org.recyclegan.studies.Comparison} trains methods on the
 * same videos and measures them on what none has seen; {@link org.recyclegan.studies.Study} does it
 * on a drawn world, against the truth. Both keep every part as a file of its own: the same request
 * after an interruption goes on.
 *
 * <p>One video is evaluated in {@link org.recyclegan.studies.scoring}.
 */
@NullMarked
package org.recyclegan.studies;

import org.jspecify.annotations.NullMarked;
