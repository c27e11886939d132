/**
 * A drive along a street: {@link org.recyclegan.studies.streets.Streets}. {@code StreetView} finds
 * what is seen at every sample; {@code PictureSkin} lights that by the {@code Weather}, {@code
 * LabelSkin} gives it the colour of its {@link org.recyclegan.studies.streets.StreetClass}.
 */
@NullMarked
package org.recyclegan.studies.streets;

import org.jspecify.annotations.NullMarked;
