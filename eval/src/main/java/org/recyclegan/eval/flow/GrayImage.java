package org.recyclegan.eval.flow;

import org.recyclegan.video.Frame;

/**
 * The luma of one frame, 8 bits, row by row without padding, and the frame's number in its video.
 *
 * <p>Luma is full-range BT.601 in the 15-bit fixed point of OpenCV's {@code COLOR_RGB2GRAY}, equal
 * to it bit for bit, because the golden values of tOF were computed on that.
 */
public final class GrayImage {

  private static final int SHIFT = 15;
  private static final int ROUNDING = 1 << (SHIFT - 1);
  private static final int RED = 9798;
  private static final int GREEN = 19235;
  private static final int BLUE = 3735;

  private final int width;
  private final int height;
  private final byte[] luma;
  private final int index;

  private GrayImage(int width, int height, byte[] luma, int index) {
    this.width = width;
    this.height = height;
    this.luma = luma;
    this.index = index;
  }

  /**
   * Converts a frame.
   *
   * @param frame the picture
   * @param index its number in its video, from 0; flow given from outside is looked up by it
   * @return its luma
   */
  public static GrayImage of(Frame frame, int index) {
    byte[] rgb = frame.rgb();
    byte[] luma = new byte[frame.width() * frame.height()];
    for (int i = 0, p = 0; i < luma.length; i++, p += 3) {
      int sum = RED * (rgb[p] & 0xff) + GREEN * (rgb[p + 1] & 0xff) + BLUE * (rgb[p + 2] & 0xff);
      luma[i] = (byte) ((sum + ROUNDING) >> SHIFT);
    }
    return new GrayImage(frame.width(), frame.height(), luma, index);
  }

  /**
   * Returns the width.
   *
   * @return pixels in a row
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return number of rows
   */
  public int height() {
    return height;
  }

  /**
   * Returns the pixels themselves, not a copy.
   *
   * @return {@code width * height} bytes, unsigned; not to be changed
   */
  public byte[] luma() {
    return luma;
  }

  /**
   * Returns the frame's number in its video.
   *
   * @return from 0
   */
  public int index() {
    return index;
  }

  @Override
  public String toString() {
    return "GrayImage[" + width + "x" + height + ", frame " + index + "]";
  }
}
