package org.recyclegan.video;

/**
 * How a video is read. {@link #defaults()} is the only place where the defaults stand; the {@code
 * with} methods vary them.
 *
 * @param backgroundRgb colour behind transparent pixels, 0xRRGGBB
 * @param maxPixels most pixels a frame may have, as coded or as delivered, whichever is larger; at
 *     most 536870911
 * @param codecThreads threads that decode, at least 1
 * @param pictureRate frames a second of what states none: a folder of pictures, a single picture
 */
public record ReadOptions(
    int backgroundRgb, long maxPixels, int codecThreads, FrameRate pictureRate) {

  private static final int WHITE = 0xFFFFFF;

  /** Four bytes for each of these still fit one Java array. */
  private static final long MOST_PIXELS = Integer.MAX_VALUE / 4;

  private static final long PIXELS_OF_8K = 8192L * 4320L;
  private static final FrameRate PICTURE_RATE = FrameRate.of(25);
  private static final int MOST_DEFAULT_THREADS = 4;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the colour has more than 24 bits or a number is out of
   *     range
   */
  public ReadOptions {
    if ((backgroundRgb & 0xFF000000) != 0) {
      throw new IllegalArgumentException(
          "A background is 0xRRGGBB, found 0x" + Integer.toHexString(backgroundRgb));
    }
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels is 1 to " + MOST_PIXELS + ", found " + maxPixels);
    }
    if (codecThreads < 1) {
      throw new IllegalArgumentException("codecThreads is at least 1, found " + codecThreads);
    }
  }

  /**
   * Returns the defaults: a white background (as on a page), at most 8192x4320 pixels, pictures at
   * 25 frames a second, and half the cores for decoding (at least one, at most four), so that the
   * other half is left to whoever computes with the frames.
   *
   * @return those options
   */
  public static ReadOptions defaults() {
    int half = Runtime.getRuntime().availableProcessors() / 2;
    int threads = Math.max(1, Math.min(MOST_DEFAULT_THREADS, half));
    return new ReadOptions(WHITE, PIXELS_OF_8K, threads, PICTURE_RATE);
  }

  /**
   * Varies the background.
   *
   * @param rgb 0xRRGGBB
   * @return these options with another background
   */
  public ReadOptions withBackgroundRgb(int rgb) {
    return new ReadOptions(rgb, maxPixels, codecThreads, pictureRate);
  }

  /**
   * Varies the size limit.
   *
   * @param pixels most pixels in a frame
   * @return these options with another limit
   */
  public ReadOptions withMaxPixels(long pixels) {
    return new ReadOptions(backgroundRgb, pixels, codecThreads, pictureRate);
  }

  /**
   * Varies the number of decoding threads.
   *
   * @param threads at least 1
   * @return these options with other threads
   */
  public ReadOptions withCodecThreads(int threads) {
    return new ReadOptions(backgroundRgb, maxPixels, threads, pictureRate);
  }

  /**
   * Varies the rate of pictures.
   *
   * @param rate frames a second of a folder of pictures
   * @return these options with another rate
   */
  public ReadOptions withPictureRate(FrameRate rate) {
    return new ReadOptions(backgroundRgb, maxPixels, codecThreads, rate);
  }

  /**
   * Returns the limit to give to decoders. They compare it with rows padded by up to 63 columns, so
   * it is larger by that padding of the highest picture there is.
   */
  long maxPaddedPixels() {
    return maxPixels + 64L * (1 << 16);
  }

  /** Refuses a picture of more than {@link #maxPixels()}; the sides may be 0 when not yet known. */
  void requireSize(String name, long width, long height) throws InputException {
    // Sides are ints, so the product fits a long.
    if (width * height > maxPixels) {
      throw new InputException(
          name + ": the picture is too large",
          "at most " + maxPixels + " pixels a frame",
          width + "x" + height,
          "Make a smaller copy of it first.");
    }
  }
}
