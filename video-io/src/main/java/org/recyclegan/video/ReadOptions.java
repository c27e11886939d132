package org.recyclegan.video;

/**
 * How a video is read. The defaults are in {@link #defaults()}; the {@code with} methods vary them.
 *
 * @param backgroundRgb colour behind transparent pixels, 0xRRGGBB
 * @param limits how much the file may ask for
 * @param codecThreads threads that decode, at least 1
 * @param pictureRate frames a second of what states none: a folder of pictures, a single picture
 */
public record ReadOptions(
    int backgroundRgb, ReadLimits limits, int codecThreads, FrameRate pictureRate) {

  private static final int WHITE = 0xFFFFFF;

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
    if (codecThreads < 1) {
      throw new IllegalArgumentException("codecThreads is at least 1, found " + codecThreads);
    }
  }

  /**
   * Returns the defaults: a white background (as on a page), the limits of {@link
   * ReadLimits#DEFAULTS}, pictures at 25 frames a second, and half the cores for decoding (at least
   * one, at most four), so that the other half is free for other work.
   */
  public static ReadOptions defaults() {
    int half = Runtime.getRuntime().availableProcessors() / 2;
    int threads = Math.max(1, Math.min(MOST_DEFAULT_THREADS, half));
    return new ReadOptions(WHITE, ReadLimits.DEFAULTS, threads, PICTURE_RATE);
  }

  /** Returns these options with another background, 0xRRGGBB. */
  public ReadOptions withBackgroundRgb(int rgb) {
    return new ReadOptions(rgb, limits, codecThreads, pictureRate);
  }

  /** Returns these options with other limits. */
  public ReadOptions withLimits(ReadLimits newLimits) {
    return new ReadOptions(backgroundRgb, newLimits, codecThreads, pictureRate);
  }

  /** Returns these options with another number of decoding threads, at least 1. */
  public ReadOptions withCodecThreads(int threads) {
    return new ReadOptions(backgroundRgb, limits, threads, pictureRate);
  }

  /** Returns these options with another rate for a folder of pictures, in frames a second. */
  public ReadOptions withPictureRate(FrameRate rate) {
    return new ReadOptions(backgroundRgb, limits, codecThreads, rate);
  }

  /**
   * Returns the limit to give to decoders. They compare it with rows padded by up to 63 columns, so
   * it is larger by that padding of the highest picture there is.
   */
  public long maxPaddedPixels() {
    return limits.maxPixels() + 64L * (1 << 16);
  }
}
