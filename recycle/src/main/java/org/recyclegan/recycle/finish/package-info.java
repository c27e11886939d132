/** Turns a small network's translation into frames of full resolution. */
@NullMarked
package org.recyclegan.recycle.finish;

import org.jspecify.annotations.NullMarked;
