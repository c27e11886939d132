package org.recyclegan.video;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The limits of a video. The sizes that a file announces are checked before memory is allocated,
 * and its data is counted, since it may differ from the announcement. The defaults are in {@link
 * #DEFAULTS}.
 *
 * @param maxPixels most pixels a frame may have, as coded or as delivered, whichever is larger; 1
 *     to 536870911
 * @param maxFrames most frames, at least 1
 * @param maxSeconds longest duration, above 0
 * @param maxPixelRate most pixels a second of video, frames by their size, at least 1; not asked of
 *     a video that has fewer pixels in all
 */
public record ReadLimits(long maxPixels, long maxFrames, double maxSeconds, double maxPixelRate) {

  /**
   * Frames of 8192x4320, a day and five million frames (23 hours at 60 a second), 8192x4320 at 120
   * frames a second: more than any camera's, less than a machine's.
   */
  public static final ReadLimits DEFAULTS =
      new ReadLimits(8192L * 4320L, 5_000_000, 86_400, 8192d * 4320 * 120);

  /** Four bytes for each of these still fit one Java array. */
  private static final long MOST_PIXELS = Integer.MAX_VALUE / 4;

  /**
   * How deep the arrays and objects of a JSON file may lie in each other. Ours nest less than a
   * third as deep, and a bomb of brackets would exhaust the stack; nothing else asks for more, so
   * there is no option.
   */
  public static final int JSON_DEPTH = 32;

  private static final String PIXELS = "`max-pixels`";

  private static final String FRAMES = "`max-frames`";

  private static final String SECONDS = "`max-seconds`";

  private static final String PIXEL_RATE = "`max-pixel-rate`";

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a limit is out of its range
   */
  public ReadLimits {
    require(maxPixels >= 1 && maxPixels <= MOST_PIXELS, PIXELS, "1 to " + MOST_PIXELS, maxPixels);
    require(maxFrames >= 1, FRAMES, "at least 1", maxFrames);
    require(maxSeconds > 0, SECONDS, "above 0", maxSeconds);
    require(maxPixelRate >= 1, PIXEL_RATE, "at least 1", maxPixelRate);
  }

  private static void require(boolean valid, String name, String expected, Number found) {
    if (!valid) {
      throw new IllegalArgumentException(name + " is " + expected + ", found " + found);
    }
  }

  /** Returns these limits with another number of pixels that a frame may have. */
  public ReadLimits withMaxPixels(long pixels) {
    return new ReadLimits(pixels, maxFrames, maxSeconds, maxPixelRate);
  }

  /** Returns these limits with another number of frames. */
  public ReadLimits withMaxFrames(long frames) {
    return new ReadLimits(maxPixels, frames, maxSeconds, maxPixelRate);
  }

  /** Returns these limits with another longest duration, in seconds. */
  public ReadLimits withMaxSeconds(double seconds) {
    return new ReadLimits(maxPixels, maxFrames, seconds, maxPixelRate);
  }

  /** Returns these limits with another number of pixels a second. */
  public ReadLimits withMaxPixelRate(double pixelsPerSecond) {
    return new ReadLimits(maxPixels, maxFrames, maxSeconds, pixelsPerSecond);
  }

  /** Refuses a picture that is too large; the sides may be 0 when not yet known. */
  public void requireSize(String name, long width, long height) throws InputException {
    // Sides are ints, so the product fits a long.
    if (width * height > maxPixels) {
      throw new InputException(
          name + ": the picture is too large",
          "at most " + maxPixels + " pixels a frame",
          width + "x" + height,
          remedy("Make a smaller copy of it first", PIXELS));
    }
  }

  /** Checks the announced totals of a file's frames. */
  public void requireAnnounced(String name, VideoInfo info, OptionalDouble seconds)
      throws InputException {
    if (info.frameCount().isPresent()) {
      requireFrames(name, info.frameCount().getAsLong());
    }
    if (seconds.isPresent()) {
      requireSeconds(name, seconds.getAsDouble());
    }
    double pixels = (double) info.width() * info.height();
    double rate = pixels * info.rate().perSecond();
    boolean fewInAll =
        info.frameCount().isPresent() && pixels * info.frameCount().getAsLong() <= maxPixelRate;
    if (rate > maxPixelRate && !fewInAll) {
      throw new InputException(
          name + ": too many pixels a second",
          String.format(Locale.ROOT, "at most %.0f", maxPixelRate),
          info.width() + "x" + info.height() + " at " + info.rate() + " frames a second",
          remedy("Make a smaller copy of it first", PIXEL_RATE));
    }
  }

  /** Refuses a number of frames, announced or counted. */
  public void requireFrames(String name, long frames) throws InputException {
    if (frames > maxFrames) {
      throw new InputException(
          name + ": too many frames",
          "at most " + maxFrames,
          Long.toString(frames),
          remedy("Cut it into parts first", FRAMES));
    }
  }

  /** Refuses a duration, announced or reached. */
  public void requireSeconds(String name, double seconds) throws InputException {
    if (seconds > maxSeconds) {
      throw new InputException(
          name + ": too long",
          "at most " + thousandths(maxSeconds) + " seconds",
          thousandths(seconds),
          remedy("Cut it into parts first, if its times are not merely damaged", SECONDS));
    }
  }

  /** As a user writes them: no more digits than there are, no exponent. */
  private static String thousandths(double seconds) {
    return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(seconds);
  }

  private static String remedy(String remedy, String option) {
    return remedy + ", or raise the limit with " + option + " if you trust the file.";
  }
}
