/**
 * A drive along a street: {@link org.recyclegan.worlds.streets.Streets}. {@code StreetView} finds
 * what is seen at every sample; {@code PictureSkin} lights that by the {@code Weather}, {@code
 * LabelSkin} gives it the colour of its {@link org.recyclegan.worlds.streets.StreetClass}.
 */
@NullMarked
package org.recyclegan.worlds.streets;

import org.jspecify.annotations.NullMarked;
