package org.recyclegan.recycle.region;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.recyclegan.video.excerpt.Framing;

/**
 * Which region of a source is translated, and how it is pasted back.
 *
 * @param framing where it is; empty for all of the picture, or for where the mask is not black
 * @param feather width of the border in which the result passes into the source, in pixels; empty
 *     for an eighth of the region's short side
 * @param mask a grey picture of the source's size, white where the result is shown; empty for the
 *     feathered rectangle
 * @param fitsColours whether the result's colours are fitted to the source around it
 */
public record RegionOptions(
    Optional<Framing> framing, OptionalInt feather, Optional<Path> mask, boolean fitsColours) {

  /** The whole picture. */
  public static final RegionOptions NONE =
      new RegionOptions(Optional.empty(), OptionalInt.empty(), Optional.empty(), true);

  /** Of the region's short side. */
  static final int FEATHER_SHARE = 8;

  private static final int MOST_FEATHER = 4096;

  /**
   * Checks the feather.
   *
   * @throws IllegalArgumentException if it is out of range, or has nothing to feather
   */
  public RegionOptions {
    if (feather.isPresent() && (feather.getAsInt() < 0 || feather.getAsInt() > MOST_FEATHER)) {
      throw new IllegalArgumentException(
          "expected a feather of 0 to " + MOST_FEATHER + " pixels, found " + feather.getAsInt());
    }
    if (feather.isPresent() && (framing.isEmpty() || mask.isPresent())) {
      throw new IllegalArgumentException(
          "expected a feather with a region and without a mask, found one "
              + (mask.isPresent() ? "with a mask" : "without a region"));
    }
  }

  /** A region with the usual feather. */
  public static RegionOptions of(Framing framing) {
    return new RegionOptions(Optional.of(framing), OptionalInt.empty(), Optional.empty(), true);
  }

  /** This with another feather, in pixels. */
  public RegionOptions withFeather(int pixels) {
    return new RegionOptions(framing, OptionalInt.of(pixels), mask, fitsColours);
  }

  /** This with a mask. */
  public RegionOptions withMask(Path picture) {
    return new RegionOptions(framing, feather, Optional.of(picture), fitsColours);
  }

  /** This with the result's own colours. */
  public RegionOptions withOwnColours() {
    return new RegionOptions(framing, feather, mask, false);
  }

  /** Whether the whole picture is translated. */
  public boolean isNone() {
    return framing.isEmpty() && mask.isEmpty();
  }
}
