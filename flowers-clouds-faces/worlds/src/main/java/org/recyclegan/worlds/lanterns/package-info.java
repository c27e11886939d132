/**
 * The sharpest test of time: {@link org.recyclegan.worlds.lanterns.Lanterns}. The direction of the
 * mapping is not visible in single frames, only in the direction of change. {@link
 * org.recyclegan.worlds.lanterns.LampReader} reads the state of the lamps from any picture.
 */
@NullMarked
package org.recyclegan.worlds.lanterns;

import org.jspecify.annotations.NullMarked;
