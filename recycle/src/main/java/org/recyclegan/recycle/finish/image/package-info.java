/**
 * Internal. What finishing does to single frames: crops, fitting into another size, the guided
 * filter.
 */
@NullMarked
package org.recyclegan.recycle.finish.image;

import org.jspecify.annotations.NullMarked;
