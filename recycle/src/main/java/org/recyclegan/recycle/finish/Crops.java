package org.recyclegan.recycle.finish;

import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

/** Parts of pictures. */
final class Crops {

  private Crops() {}

  /** Returns a part of a picture, at the same time. */
  static Frame cut(Frame frame, int left, int top, Size size) {
    byte[] part = new byte[3 * size.width() * size.height()];
    for (int y = 0; y < size.height(); y++) {
      System.arraycopy(
          frame.rgb(),
          3 * ((top + y) * frame.width() + left),
          part,
          3 * y * size.width(),
          3 * size.width());
    }
    return frame.withPixels(size.width(), size.height(), part);
  }

  /** Returns the largest centred part of a shape. */
  static Frame centre(Frame frame, Size shape) {
    // Compared as products, so that equal shapes cut nothing.
    long wide = (long) frame.width() * shape.height();
    long high = (long) frame.height() * shape.width();
    if (wide == high) {
      return frame;
    }
    Size part =
        wide > high
            ? new Size(rounded(frame.height(), shape.width(), shape.height()), frame.height())
            : new Size(frame.width(), rounded(frame.width(), shape.height(), shape.width()));
    return cut(
        frame, (frame.width() - part.width()) / 2, (frame.height() - part.height()) / 2, part);
  }

  private static int rounded(int side, int numerator, int denominator) {
    return Math.toIntExact(Math.max(1, Math.round((double) side * numerator / denominator)));
  }

  /** Returns two pictures of one height side by side, at the first one's time. */
  static Frame beside(Frame left, Frame right) {
    int leftRow = 3 * left.width();
    int rightRow = 3 * right.width();
    byte[] pixels = new byte[(leftRow + rightRow) * left.height()];
    for (int y = 0; y < left.height(); y++) {
      int at = y * (leftRow + rightRow);
      System.arraycopy(left.rgb(), y * leftRow, pixels, at, leftRow);
      System.arraycopy(right.rgb(), y * rightRow, pixels, at + leftRow, rightRow);
    }
    return left.withPixels(left.width() + right.width(), left.height(), pixels);
  }
}
