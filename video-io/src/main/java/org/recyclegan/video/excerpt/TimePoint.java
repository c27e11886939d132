package org.recyclegan.video.excerpt;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recyclegan.video.TimeBase;

/**
 * A moment of a video: a time since its first frame, or a frame by its number.
 *
 * @param value exact seconds, or the frame's number, from 0
 * @param frame whether it is a frame's number
 */
public record TimePoint(BigDecimal value, boolean frame) {

  /** What {@link #parse} reads. */
  static final String EXPECTED =
      "a time such as 10, 10.5, 0:10 or 1:02:03.5, or a frame such as 240f";

  private static final Pattern FRAME = Pattern.compile("(\\d{1,15})f");
  private static final Pattern TIME =
      Pattern.compile("(?:(?:(\\d{1,6}):)?(\\d{1,6}):)?(\\d{1,9}(?:\\.\\d{1,9})?)");

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is negative, or a frame that is no whole number
   */
  public TimePoint {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (value.signum() < 0 || (frame && value.scale() > 0)) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", found " + value);
    }
  }

  /** Returns the moment of a frame, counted from 0. */
  public static TimePoint ofFrame(long number) {
    return new TimePoint(BigDecimal.valueOf(number), true);
  }

  /** Returns a time since the first frame. */
  public static TimePoint ofSeconds(BigDecimal seconds) {
    return new TimePoint(seconds, false);
  }

  /**
   * Reads a moment as people write it: seconds, minutes and seconds, hours too, all with decimals
   * of the seconds; or the number of a frame with an f.
   *
   * @param text such as {@code 10.5}, {@code 0:10}, {@code 1:02:03.5}, {@code 240f}
   * @throws IllegalArgumentException if it is nothing of that
   */
  public static TimePoint parse(String text) {
    Matcher frame = FRAME.matcher(text);
    if (frame.matches()) {
      return new TimePoint(new BigDecimal(frame.group(1)), true);
    }
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw wrong(text);
    }
    BigDecimal seconds = new BigDecimal(time.group(3));
    if (time.group(2) == null) {
      return new TimePoint(seconds, false);
    }
    BigDecimal minutes = new BigDecimal(time.group(2));
    boolean hours = time.group(1) != null;
    if (seconds.compareTo(MINUTE) >= 0 || (hours && minutes.compareTo(MINUTE) >= 0)) {
      throw wrong(text);
    }
    BigDecimal whole =
        hours ? new BigDecimal(time.group(1)).multiply(MINUTE).add(minutes) : minutes;
    return new TimePoint(whole.multiply(MINUTE).add(seconds), false);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("expected " + EXPECTED + ", found '" + text + "'");
  }

  /**
   * Returns whether a frame is at this moment or later.
   *
   * @param number of the frame, from 0
   * @param ticks since the first frame
   * @param base unit of the ticks
   */
  boolean isReached(long number, long ticks, TimeBase base) {
    return frame
        ? BigDecimal.valueOf(number).compareTo(value) >= 0
        : BigDecimal.valueOf(ticks)
                .multiply(BigDecimal.valueOf(base.num()))
                .compareTo(value.multiply(BigDecimal.valueOf(base.den())))
            >= 0;
  }

  /** Returns the shortest text that {@link #parse} reads as this moment. */
  @Override
  public String toString() {
    return value.toPlainString() + (frame ? "f" : "");
  }
}
