package org.recyclegan.recycle;

import java.util.OptionalInt;
import org.recyclegan.video.VideoInfo;

/**
 * How a video is retargeted.
 *
 * @param shortSide short side, in pixels, at which the generator sees the frames; empty for the
 *     size it was trained at, 0 for the source's own. The output has the source's size either way.
 * @param sideBySide whether the output shows the source to the left of the result
 */
public record RetargetOptions(OptionalInt shortSide, boolean sideBySide) {

  /** The trained size, the result alone. */
  public static final RetargetOptions DEFAULTS = new RetargetOptions(OptionalInt.empty(), false);

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RetargetOptions {
    if (shortSide.isPresent() && shortSide.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "The network's short side must be 0 or more pixels, found " + shortSide.getAsInt());
    }
  }

  /**
   * Describes the output for a source.
   *
   * @param source what will be retargeted
   * @return the same, but twice as wide where source and result are shown side by side
   */
  public VideoInfo outputInfo(VideoInfo source) {
    int width = sideBySide ? 2 * source.width() : source.width();
    return new VideoInfo(
        width,
        source.height(),
        source.rate(),
        source.timeBase(),
        source.frameCount(),
        source.hasAudio());
  }
}
