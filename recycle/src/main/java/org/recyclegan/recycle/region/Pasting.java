package org.recyclegan.recycle.region;

import org.recyclegan.video.Frame;
import org.recyclegan.video.excerpt.Box;

/**
 * Blends a result into a rectangle of a source, its colours fitted to what is around it or as they
 * are. Pixels of weight 0 stay what they are, to the bit.
 */
final class Pasting {

  private static final int CHANNELS = 3;

  private Pasting() {}

  /**
   * Pastes.
   *
   * @param source the whole picture
   * @param result of the rectangle's size
   * @param box inside of the picture
   * @param weights of the rectangle
   * @param fits whether the result's colours are fitted to those around it
   * @return a picture of the source's size and time
   */
  static Frame paste(Frame source, Frame result, Box box, float[] weights, boolean fits) {
    BorderColours border =
        fits ? BorderColours.of(source, result, box, weights) : BorderColours.unchanged();
    byte[] rgb = source.rgb().clone();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        int at = index(source, box, i);
        for (int c = 0; c < CHANNELS; c++) {
          double moved = border.fitted(c, Byte.toUnsignedInt(result.rgb()[CHANNELS * i + c]));
          double own = Byte.toUnsignedInt(rgb[at + c]);
          rgb[at + c] = (byte) Math.round(own + weights[i] * (moved - own));
        }
      }
    }
    return source.withPixels(source.width(), source.height(), rgb);
  }

  /** Returns where a pixel of the rectangle is in the source. */
  static int index(Frame source, Box box, int pixel) {
    int x = box.x() + pixel % box.width();
    int y = box.y() + pixel / box.width();
    return CHANNELS * (y * source.width() + x);
  }
}
