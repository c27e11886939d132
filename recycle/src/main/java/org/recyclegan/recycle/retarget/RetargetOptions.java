package org.recyclegan.recycle.retarget;

import java.util.OptionalInt;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * How a video is retargeted.
 *
 * @param shortSide short side, in pixels, at which the generator sees the frames; empty for the
 *     size it was trained at, 0 for the source's own. The output has the source's size either way.
 * @param outputShortSide short side of the output, in pixels; empty for the source's
 * @param sideBySide whether the output shows the source to the left of the result
 * @param tile side, in pixels, of the tiles in which the network processes a frame; empty for whole
 *     frames where memory allows, else tiles of {@link #DEFAULT_TILE}
 */
public record RetargetOptions(
    OptionalInt shortSide, OptionalInt outputShortSide, boolean sideBySide, OptionalInt tile) {

  /** More than any camera's; what memory allows is less. */
  public static final int LARGEST_SIDE = 8192;

  /** Large enough that what tiles overlap costs little, small enough for any memory. */
  public static final int DEFAULT_TILE = 256;

  /** Below it, a tile is hardly more than what it overlaps with its neighbours. */
  private static final int SMALLEST_TILE = 32;

  /** The network at its trained size, the result at the source's, alone. */
  public static final RetargetOptions DEFAULTS =
      new RetargetOptions(OptionalInt.empty(), OptionalInt.empty(), false);

  /**
   * Options without tiles.
   *
   * @param shortSide as above
   * @param outputShortSide as above
   * @param sideBySide as above
   */
  public RetargetOptions(OptionalInt shortSide, OptionalInt outputShortSide, boolean sideBySide) {
    this(shortSide, outputShortSide, sideBySide, OptionalInt.empty());
  }

  /** Returns these options with tiles. */
  public RetargetOptions withTile(OptionalInt newTile) {
    return new RetargetOptions(shortSide, outputShortSide, sideBySide, newTile);
  }

  /** Returns these options for a result of the source's size, alone. */
  public RetargetOptions withoutLayout() {
    return new RetargetOptions(shortSide, OptionalInt.empty(), false, tile);
  }

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RetargetOptions {
    check("The network's short side", 0, shortSide);
    check("The output's short side", 1, outputShortSide);
    check("A tile's side", SMALLEST_TILE, tile);
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
