package org.recyclegan.recycle.finish;

import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * Pictures in few numbers: the centred part of a common shape, {@value #SIDE} by {@value #SIDE}
 * pixels, RGB, HWC. Two videos of different shapes are compared by the part that both have. Not
 * safe for use from several threads at once.
 */
final class Thumbnails {

  /** Finer ones read the hidden state of drawn worlds no better; see docs/finish.md. */
  static final int SIDE = 16;

  /** Numbers in a thumbnail. */
  static final int VALUES = 3 * SIDE * SIDE;

  private final Size frame;
  private final int left;
  private final Size part;
  private final Resampler resampler;

  /**
   * Prepares thumbnails of one geometry.
   *
   * @param frame size of the pictures
   * @param aspect width over height of the part that is compared, at most the pictures' own
   */
  Thumbnails(Size frame, double aspect) {
    this.frame = frame;
    int width =
        Math.toIntExact(Math.max(1, Math.min(frame.width(), Math.round(aspect * frame.height()))));
    left = (frame.width() - width) / 2;
    part = new Size(width, frame.height());
    resampler = Resampler.of(part.width(), part.height(), SIDE, SIDE);
  }

  /** Returns the shape of which two videos both have all: the narrower one. */
  static double commonAspect(Size a, Size b) {
    return Math.min(aspect(a), aspect(b));
  }

  private static double aspect(Size size) {
    return (double) size.width() / size.height();
  }

  /** Returns the thumbnail, {@link #VALUES} bytes. */
  byte[] of(Frame picture) {
    if (picture.width() != frame.width() || picture.height() != frame.height()) {
      throw new IllegalArgumentException("Expected a picture of " + frame + ", found " + picture);
    }
    return resampler.apply(
        part.equals(frame) ? picture.rgb() : Crops.cut(picture, left, 0, part).rgb());
  }
}
