package org.recyclegan.eval.flow;

/**
 * Reads a picture between its pixels, as FlowNet2's {@code Resample2d} does: the weights come from
 * the fraction of the coordinate as it is, the four corners are clamped to the border. (OpenCV's
 * {@code remap} is close, but knows only 32 steps between two pixels.)
 *
 * <p>Reused from pixel to pixel, one a thread: {@link #moveTo} and then {@link #fetch} as often as
 * there are channels.
 */
public final class BilinearTap {

  private final int width;
  private final int height;
  private final int channels;
  private int topLeft;
  private int topRight;
  private int bottomLeft;
  private int bottomRight;
  private double right;
  private double down;

  /**
   * Prepares for pictures of one layout: interleaved channels, row by row.
   *
   * @param width in pixels
   * @param height in pixels
   * @param channels of a pixel
   */
  public BilinearTap(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /**
   * Goes to a place.
   *
   * @param x column, any finite number
   * @param y row, any finite number
   */
  public void moveTo(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    right = x - floorX;
    down = y - floorY;
    if (floorX >= 0 && floorX < width - 1 && floorY >= 0 && floorY < height - 1) {
      // Nearly everywhere; clamping took most of the time.
      int column = (int) floorX;
      int row = (int) floorY;
      topLeft = channels * (row * width + column);
      topRight = topLeft + channels;
      bottomLeft = topLeft + channels * width;
      bottomRight = bottomLeft + channels;
    } else {
      moveToBorder(floorX, floorY);
    }
  }

  private void moveToBorder(double floorX, double floorY) {
    int x0 = clamp(floorX, width);
    int x1 = clamp(floorX + 1, width);
    int rowTop = clamp(floorY, height) * width;
    int rowBottom = clamp(floorY + 1, height) * width;
    topLeft = channels * (rowTop + x0);
    topRight = channels * (rowTop + x1);
    bottomLeft = channels * (rowBottom + x0);
    bottomRight = channels * (rowBottom + x1);
  }

  /**
   * Reads one channel of floats there.
   *
   * @param values of a picture
   * @param channel which, from 0
   * @return the value between the four pixels
   */
  public double fetch(float[] values, int channel) {
    return blend(
        values[topLeft + channel],
        values[topRight + channel],
        values[bottomLeft + channel],
        values[bottomRight + channel]);
  }

  /**
   * Reads one channel of unsigned bytes there.
   *
   * @param values of a picture
   * @param channel which, from 0
   * @return the value between the four pixels, from 0 to 255
   */
  public double fetch(byte[] values, int channel) {
    return blend(
        values[topLeft + channel] & 0xff,
        values[topRight + channel] & 0xff,
        values[bottomLeft + channel] & 0xff,
        values[bottomRight + channel] & 0xff);
  }

  private double blend(double nw, double ne, double sw, double se) {
    double top = nw + right * (ne - nw);
    double bottom = sw + right * (se - sw);
    return top + down * (bottom - top);
  }

  // In double, so that a vector of a billion pixels ends at the border and not somewhere else.
  private static int clamp(double value, int size) {
    return (int) Math.max(0, Math.min(value, size - 1));
  }
}
