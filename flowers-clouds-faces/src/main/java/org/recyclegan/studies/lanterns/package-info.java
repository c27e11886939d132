/**
 * The sharpest test of time: {@link org.recyclegan.studies.lanterns.Lanterns}. Which way round the
 * mapping goes cannot be told from single frames, only from the direction of change. {@link
 * org.recyclegan.studies.lanterns.LampReader} reads the lamps back from any picture.
 */
@NullMarked
package org.recyclegan.studies.lanterns;

import org.jspecify.annotations.NullMarked;
