/**
 * Flowers that open, close and sway: a daisy and a peony. Beyond what all worlds share, petals are
 * sheets with depth ({@code Surface}, {@code Raster}) and light shines through them ({@code
 * Light}). Start at {@link org.recyclegan.worlds.flowers.Flowers}.
 */
@NullMarked
package org.recyclegan.worlds.flowers;

import org.jspecify.annotations.NullMarked;
