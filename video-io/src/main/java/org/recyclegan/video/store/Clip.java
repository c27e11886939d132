package org.recyclegan.video.store;

import java.nio.file.Path;
import org.recyclegan.video.TimeBase;

/**
 * Frames of one input in a {@link FrameStore}: those of a video or a folder of frames that do not
 * merely repeat the one before, or the three of one strip in a folder of triplets.
 *
 * @param source the video, the folder or the strip
 * @param sha256 of the video's bytes, or of all files of the folder, in hexadecimal; followed by
 *     the marks of an {@link org.recyclegan.video.excerpt.Excerpt}
 * @param width of the stored frames in pixels
 * @param height of the stored frames in pixels
 * @param firstFrame where the clip begins in the store
 * @param frames how many of the store's frames are the clip's, at least 1
 * @param heldOut how many of them, at the end, are held out for evaluation
 * @param timeBase the unit of the frames' timestamps
 */
public record Clip(
    Path source,
    String sha256,
    int width,
    int height,
    int firstFrame,
    int frames,
    int heldOut,
    TimeBase timeBase) {

  static final int CHANNELS = 3;

  /** Returns the number of frames that training may use, at the clip's beginning. */
  int trainingFrames() {
    return frames - heldOut;
  }

  /** Returns the bytes of one row of one frame. */
  int rowBytes() {
    return CHANNELS * width;
  }

  /** Returns the bytes of one frame. */
  int frameBytes() {
    return Math.multiplyExact(rowBytes(), height);
  }
}
