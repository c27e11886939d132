/**
 * A region of a source is translated and pasted back at full resolution. {@link
 * org.recyclegan.recycle.region.RegionFinish} wraps around any finish, which sees the region as a
 * video of its own and knows nothing of the rest; {@code Pasting} blends what comes of it into the
 * source's own frames, by weights that are a feathered rectangle or a mask of the user's.
 */
@NullMarked
package org.recyclegan.recycle.region;

import org.jspecify.annotations.NullMarked;
