/**
 * The training data: frames of a domain, decoded and resized once, in one memory-mapped file.
 * {@link org.recyclegan.video.store.FrameStore} makes or opens it; {@link
 * org.recyclegan.video.store.Triplets} draws three frames of one shot from it. No triplet crosses a
 * cut ({@code ShotCuts}).
 */
@NullMarked
package org.recyclegan.video.store;

import org.jspecify.annotations.NullMarked;
