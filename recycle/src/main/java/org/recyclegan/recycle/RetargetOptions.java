package org.recyclegan.recycle;

import java.util.OptionalInt;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * How a video is retargeted.
 *
 * @param shortSide short side, in pixels, at which the generator sees the frames; empty for the
 *     size it was trained at, 0 for the source's own. The output has the source's size either way.
 * @param sideBySide whether the output shows the source to the left of the result
 */
public record RetargetOptions(
    OptionalInt shortSide, OptionalInt outputShortSide, boolean sideBySide) {

  /** More than any camera's; what memory allows is less. */
  public static final int LARGEST_SIDE = 8192;

  /** The network at its trained size, the result at the source's, alone. */
  public static final RetargetOptions DEFAULTS =
      new RetargetOptions(OptionalInt.empty(), OptionalInt.empty(), false);

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RetargetOptions {
    check("The network's short side", 0, shortSide);
    check("The output's short side", 1, outputShortSide);
  }

  private static void check(String what, int least, OptionalInt pixels) {
    if (pixels.isPresent() && (pixels.getAsInt() < least || pixels.getAsInt() > LARGEST_SIDE)) {
      throw new IllegalArgumentException(
          what
              + " must be from "
              + least
              + " to "
              + LARGEST_SIDE
              + " pixels, found "
              + pixels.getAsInt());
    }
  }

  /** Returns the size of the result alone. */
  Size resultSize(VideoInfo source) {
    return outputShortSide.isPresent()
        ? Resampler.shortSide(source.width(), source.height(), outputShortSide.getAsInt())
        : new Size(source.width(), source.height());
  }

  /**
   * Describes the output for a source.
   *
   * @param source what will be retargeted
   * @return the same times; the result's size, and twice as wide where both are shown side by side
   */
  public VideoInfo outputInfo(VideoInfo source) {
    Size size = resultSize(source);
    return new VideoInfo(
        sideBySide ? 2 * size.width() : size.width(),
        size.height(),
        source.rate(),
        source.timeBase(),
        source.frameCount(),
        source.hasAudio());
  }
}
