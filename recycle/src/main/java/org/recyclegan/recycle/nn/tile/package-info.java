/**
 * Internal. A generator over a picture that is too large for memory, tile by tile, with the
 * statistics of the whole picture: {@link org.recyclegan.recycle.nn.tile.TiledNetwork} gives the
 * same numbers as the network in one piece.
 */
@NullMarked
package org.recyclegan.recycle.nn.tile;

import org.jspecify.annotations.NullMarked;
