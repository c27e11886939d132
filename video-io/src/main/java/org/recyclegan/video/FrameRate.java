package org.recyclegan.video;

import com.google.common.math.IntMath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames a second as an exact fraction, for example 30000/1001.
 *
 * @param num numerator, at least 1
 * @param den denominator, at least 1
 */
public record FrameRate(int num, int den) {

  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})(?:/(\\d{1,9}))?");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,5})\\.(\\d{1,4})");

  /** Television slows whole rates down by this: 30 becomes 29.97. */
  private static final int NTSC_NUM = 1000;

  private static final int NTSC_DEN = 1001;

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if either part is less than 1
   */
  public FrameRate {
    if (num < 1 || den < 1) {
      throw new IllegalArgumentException(
          "A frame rate is a positive fraction, found " + num + "/" + den);
    }
  }

  /**
   * Returns a rate of whole frames a second.
   *
   * @param framesPerSecond at least 1
   */
  public static FrameRate of(int framesPerSecond) {
    return new FrameRate(framesPerSecond, 1);
  }

  /**
   * Reads a rate as people write it. What television rounds is taken as the exact fraction: 29.97
   * as 30000/1001, likewise 23.976 and 23.98, 47.95, 59.94, 119.88; any other decimal as it stands.
   *
   * @param text whole frames a second, a decimal, or a fraction such as 30000/1001
   * @throws IllegalArgumentException if it is neither, or not above 0
   */
  public static FrameRate parse(String text) {
    Matcher decimal = DECIMAL.matcher(text.strip());
    if (decimal.matches()) {
      return ofDecimal(decimal.group(1), decimal.group(2));
    }
    Matcher fraction = FRACTION.matcher(text.strip());
    if (!fraction.matches()) {
      throw new IllegalArgumentException(
          "expected frames a second, a number such as 25 or 29.97, or a fraction such as"
              + " 30000/1001, found '"
              + text
              + "'");
    }
    String den = fraction.group(2);
    return new FrameRate(
        Integer.parseInt(fraction.group(1)), den == null ? 1 : Integer.parseInt(den));
  }

  /**
   * Returns whether a text that was read as this rate is not exactly this rate.
   *
   * @param text as given to {@link #parse}
   */
  public boolean isRoundedBy(String text) {
    return den == NTSC_DEN && text.indexOf('.') >= 0;
  }

  private static FrameRate ofDecimal(String whole, String digits) {
    double value = Double.parseDouble(whole + "." + digits);
    double unit = Math.pow(10, -digits.length());
    int nominal = (int) Math.ceil(value);
    double exact = (double) nominal * NTSC_NUM / NTSC_DEN;
    // As many digits as were given must be those of the fraction, rounded or cut off.
    if (digits.length() >= 2 && Math.abs(value - exact) < unit && value != nominal) {
      return new FrameRate(nominal * NTSC_NUM, NTSC_DEN);
    }
    int den = (int) Math.round(1 / unit);
    int num = Integer.parseInt(whole) * den + Integer.parseInt(digits);
    if (num == 0) {
      throw new IllegalArgumentException("expected frames a second above 0, found '0'");
    }
    int divisor = IntMath.gcd(num, den);
    return new FrameRate(num / divisor, den / divisor);
  }

  /**
   * Returns the rate as a decimal, for display.
   *
   * @return frames a second
   */
  public double perSecond() {
    return (double) num / den;
  }

  /**
   * Returns the time base in which consecutive frames are exactly one tick apart.
   *
   * @return the reciprocal of this rate
   */
  public TimeBase timeBase() {
    return new TimeBase(/* num= */ den, /* den= */ num);
  }

  @Override
  public String toString() {
    return den == 1 ? Integer.toString(num) : num + "/" + den;
  }
}
