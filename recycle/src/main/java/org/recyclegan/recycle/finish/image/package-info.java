/**
 * Internal. Operations of finishing on single frames: cropping, fitting into another size, the
 * guided filter.
 */
@NullMarked
package org.recyclegan.recycle.finish.image;

import org.jspecify.annotations.NullMarked;
