package org.recyclegan.video.store;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/** Brings frames of any size to one short side, keeping the weights while the size stays. */
final class ShortSideScaler {

  /** A frame enlarged more than this has nothing left to learn from. */
  static final int MOST_ENLARGEMENT = 4;

  private final int shortSide;
  private @Nullable Size from;
  private @Nullable Resampler resampler;

  ShortSideScaler(int shortSide) {
    this.shortSide = shortSide;
  }

  /** Returns the size that a frame of a size comes out with. */
  Size scaled(Size size) {
    return Resampler.shortSide(size.width(), size.height(), shortSide);
  }

  Frame apply(Frame frame) {
    Size size = new Size(frame.width(), frame.height());
    if (resampler == null || !size.equals(from)) {
      Size to = scaled(size);
      resampler = Resampler.of(size.width(), size.height(), to.width(), to.height());
      from = size;
    }
    return resampler.apply(frame);
  }

  /**
   * Checks that frames of an input are large enough.
   *
   * @throws InputException if they are smaller than a quarter of the short side
   */
  void requireLargeEnough(Object input, Size size) throws InputException {
    if ((long) size.shortSide() * MOST_ENLARGEMENT < shortSide) {
      throw new InputException(
          input + " is too small for training at " + shortSide + " pixels",
          "frames of at least "
              + (shortSide + MOST_ENLARGEMENT - 1) / MOST_ENLARGEMENT
              + " pixels on the short side",
          size.toString(),
          "Use a larger video or train at a smaller size.");
    }
  }
}
