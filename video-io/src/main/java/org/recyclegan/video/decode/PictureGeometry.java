package org.recyclegan.video.decode;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;

/**
 * From a decoded picture to an upright one with square pixels.
 *
 * @param decodedWidth columns as decoded and cropped
 * @param decodedHeight rows as decoded and cropped
 * @param squareWidth columns once the pixels are square, before turning
 * @param squareHeight rows once the pixels are square, before turning
 * @param orientation how it is then turned
 */
record PictureGeometry(
    int decodedWidth,
    int decodedHeight,
    int squareWidth,
    int squareHeight,
    Orientation orientation) {

  /**
   * Applies a sample aspect ratio: pixels wider than high make the picture wider, pixels higher
   * than wide make it higher, so that no sample is thrown away.
   *
   * @param aspectNum how wide a pixel is; 0 where unknown, then pixels are taken for square
   * @param aspectDen how high a pixel is
   * @throws InputException if the picture becomes larger than the options allow
   */
  static PictureGeometry of(
      String name,
      int width,
      int height,
      int aspectNum,
      int aspectDen,
      Orientation orientation,
      ReadOptions options)
      throws InputException {
    long squareWidth = width;
    long squareHeight = height;
    if (aspectNum > 0 && aspectDen > 0 && aspectNum > aspectDen) {
      squareWidth = Math.round((double) width * aspectNum / aspectDen);
    } else if (aspectNum > 0 && aspectDen > 0) {
      squareHeight = Math.round((double) height * aspectDen / aspectNum);
    }
    options.limits().requireSize(name, squareWidth, squareHeight);
    return new PictureGeometry(width, height, (int) squareWidth, (int) squareHeight, orientation);
  }

  /** Returns what a container says of a stream that is not decoded. */
  static PictureGeometry of(String name, AVStream stream, AVRational aspect, ReadOptions options)
      throws InputException {
    int width = stream.codecpar().width();
    int height = stream.codecpar().height();
    int[] crop = StreamGeometry.crop(stream);
    if (crop.length > 0) {
      height -= crop[0] + crop[1];
      width -= crop[2] + crop[3];
    }
    Orientation orientation = StreamGeometry.orientation(stream);
    return of(name, width, height, aspect.num(), aspect.den(), orientation, options);
  }

  /** Returns the columns of the upright picture. */
  int width() {
    return orientation.width(squareWidth, squareHeight);
  }

  /** Returns the rows of the upright picture. */
  int height() {
    return orientation.height(squareWidth, squareHeight);
  }
}
