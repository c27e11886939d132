package org.recyclegan.video;

import java.util.OptionalLong;

/**
 * The properties of a video that are known before its frames are decoded.
 *
 * @param width of the frames as they are delivered, in pixels: after rotation and sample aspect
 *     ratio
 * @param height of the frames as they are delivered, in pixels
 * @param rate average frames a second as the container states it, or as guessed from it
 * @param timeBase the unit of every {@link Frame#pts()} of this video
 * @param frameCount number of frames where the container states or implies it; an estimate, not a
 *     promise
 * @param hasAudio whether there is an audio stream that could accompany a retargeted copy
 */
public record VideoInfo(
    int width,
    int height,
    FrameRate rate,
    TimeBase timeBase,
    OptionalLong frameCount,
    boolean hasAudio) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if a side is less than 1
   */
  public VideoInfo {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A video has at least one pixel, found " + width + "x" + height);
    }
  }

  /**
   * Describes a silent video of constant frame rate, frame {@code i} having timestamp {@code i}.
   *
   * @param width in pixels
   * @param height in pixels
   * @param rate frames a second
   * @return that description, without a frame count
   */
  public static VideoInfo constantRate(int width, int height, FrameRate rate) {
    return new VideoInfo(width, height, rate, rate.timeBase(), OptionalLong.empty(), false);
  }

  /** Returns this with another number of frames. */
  public VideoInfo withFrameCount(OptionalLong frames) {
    return new VideoInfo(width, height, rate, timeBase, frames, hasAudio);
  }

  /** Returns this with frames of another size, in pixels. */
  public VideoInfo withSize(int newWidth, int newHeight) {
    return new VideoInfo(newWidth, newHeight, rate, timeBase, frameCount, hasAudio);
  }
}
