/**
 * Internal. Which frame of the target to show at each time: costs of showing a frame, costs of
 * going from one to the next, and the cheapest path through both, free ({@code FreePath}, which may
 * jump) or forwards only ({@code MonotonePath}, time warping).
 */
@NullMarked
package org.recyclegan.recycle.finish.path;

import org.jspecify.annotations.NullMarked;
