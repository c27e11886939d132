package org.recyclegan.video;

/**
 * Width and height of a picture.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Size(int width, int height) {

  /**
   * Checks the sides.
   *
   * @throws IllegalArgumentException if a side is less than 1
   */
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A picture has at least one pixel, found " + width + "x" + height);
    }
  }

  /**
   * Returns the shorter of the two sides.
   *
   * @return pixels
   */
  public int shortSide() {
    return Math.min(width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
