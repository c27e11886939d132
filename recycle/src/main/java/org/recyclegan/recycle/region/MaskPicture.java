package org.recyclegan.recycle.region;

import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.excerpt.Box;

/** A mask of the user's: a grey picture, white where the result is shown. */
final class MaskPicture implements Weights {

  private static final int CHANNELS = 3;
  private static final float WHITE = 255 * CHANNELS;

  private final Size size;
  private final float[] weights;

  private MaskPicture(Size size, float[] weights) {
    this.size = size;
    this.weights = weights;
  }

  /**
   * Reads a mask; of a colour the mean of its channels counts.
   *
   * @param source size that it must have
   * @throws InputException if it cannot be read, has another size, or is black
   */
  static MaskPicture read(FrameOpener opener, Path file, Size source) throws IOException {
    try (FrameSource frames = opener.open(file)) {
      Frame picture = frames.next();
      if (picture == null) {
        throw new InputException(
            file + ": the `mask` cannot be read", "a picture", "none", "Check the file.");
      }
      Size size = new Size(picture.width(), picture.height());
      if (!size.equals(source)) {
        throw new InputException(
            file + ": the `mask` has another size than the source",
            source.toString(),
            size.toString(),
            "Paint it on a frame of the source.");
      }
      MaskPicture mask = new MaskPicture(size, weights(picture));
      mask.box(file);
      return mask;
    }
  }

  private static float[] weights(Frame picture) {
    byte[] rgb = picture.rgb();
    float[] weights = new float[rgb.length / CHANNELS];
    for (int i = 0; i < weights.length; i++) {
      int sum = 0;
      for (int c = 0; c < CHANNELS; c++) {
        sum += Byte.toUnsignedInt(rgb[CHANNELS * i + c]);
      }
      weights[i] = sum / WHITE;
    }
    return weights;
  }

  /**
   * Returns the smallest rectangle outside of which it is black.
   *
   * @throws InputException if it is black everywhere
   */
  Box box(Path file) throws InputException {
    int left = size.width();
    int top = size.height();
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        left = Math.min(left, i % size.width());
        right = Math.max(right, i % size.width());
        top = Math.min(top, i / size.width());
        bottom = i / size.width();
      }
    }
    if (right < 0) {
      throw new InputException(
          file + ": nothing is white in the `mask`",
          "white where the result is shown",
          "black everywhere",
          "Paint what is translated white.");
    }
    return new Box(left, top, right - left + 1, bottom - top + 1);
  }

  @Override
  public float[] of(Box box) {
    float[] part = new float[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      int from = (box.y() + y) * size.width() + box.x();
      System.arraycopy(weights, from, part, y * box.width(), box.width());
    }
    return part;
  }
}
