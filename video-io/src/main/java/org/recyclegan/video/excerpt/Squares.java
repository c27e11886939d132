package org.recyclegan.video.excerpt;

import org.recyclegan.video.Size;

/** Squares inside of pictures. */
final class Squares {

  private Squares() {}

  /**
   * Returns the square around a point, moved to where the picture has all of it; where no square of
   * the picture has all of a thing, it is as long as the thing along the picture's long side.
   *
   * @param side that is wanted
   * @param width of the thing
   * @param height of the thing
   */
  static Box around(double centreX, double centreY, int side, int width, int height, Size picture) {
    int shortSide = picture.shortSide();
    int square = Math.max(1, Math.min(side, shortSide));
    int w = Math.min(picture.width(), Math.max(square, width));
    int h = Math.min(picture.height(), Math.max(square, height));
    int x = place(centreX, w, picture.width());
    int y = place(centreY, h, picture.height());
    return new Box(x, y, w, h);
  }

  /** Returns the square around a point. */
  static Box around(double centreX, double centreY, int side, Size picture) {
    return around(centreX, centreY, side, 1, 1, picture);
  }

  private static int place(double centre, int length, int all) {
    return (int) Math.max(0, Math.min(all - length, Math.round(centre - length / 2.0)));
  }
}
