package org.recyclegan.video;

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
   * @return that rate over 1
   */
  public static FrameRate of(int framesPerSecond) {
    return new FrameRate(framesPerSecond, 1);
  }

  /**
   * Reads a rate as people write it.
   *
   * @param text whole frames a second, or a fraction such as 30000/1001
   * @return that rate
   * @throws IllegalArgumentException if it is neither, or not above 0
   */
  public static FrameRate parse(String text) {
    Matcher fraction = FRACTION.matcher(text.strip());
    if (!fraction.matches()) {
      throw new IllegalArgumentException(
          "expected frames a second, a whole number or a fraction such as 30000/1001, found '"
              + text
              + "'");
    }
    String den = fraction.group(2);
    return new FrameRate(
        Integer.parseInt(fraction.group(1)), den == null ? 1 : Integer.parseInt(den));
  }

  /**
   * Returns the rate as a decimal, for showing to people.
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
