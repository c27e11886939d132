/**
 * Translates videos. {@link org.recyclegan.recycle.retarget.FrameTranslator} is one generator;
 * {@link org.recyclegan.recycle.retarget.Retargeter} reads, translates and writes at the same time,
 * with short queues, so that memory does not grow with a video's length.
 */
@NullMarked
package org.recyclegan.recycle.retarget;

import org.jspecify.annotations.NullMarked;
