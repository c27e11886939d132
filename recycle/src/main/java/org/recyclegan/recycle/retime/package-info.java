/**
 * Internal. Playing one video at the pace of another by motion alone, without any network: {@code
 * GlobalMotion} measures how a picture moves, {@code MotionTrack} turns that into what can be
 * compared between videos that look nothing alike, and {@code Retimer} finds and writes the frames.
 */
@NullMarked
package org.recyclegan.recycle.retime;

import org.jspecify.annotations.NullMarked;
