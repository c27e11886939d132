/**
 * The sharpest test of time: {@link org.recyclegan.worlds.lanterns.Lanterns}. Which way round the
 * mapping goes cannot be told from single frames, only from the direction of change. {@link
 * org.recyclegan.worlds.lanterns.LampReader} reads the lamps back from any picture.
 */
@NullMarked
package org.recyclegan.worlds.lanterns;

import org.jspecify.annotations.NullMarked;
