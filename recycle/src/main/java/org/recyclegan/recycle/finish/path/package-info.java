/**
 * Internal. Chooses the frame of the target for each time: costs of showing a frame, costs of
 * transitions, and the cheapest path through both, free ({@code FreePath}, which may jump) or
 * forwards only ({@code MonotonePath}, time warping).
 */
@NullMarked
package org.recyclegan.recycle.finish.path;

import org.jspecify.annotations.NullMarked;
