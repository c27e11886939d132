package org.recyclegan.video;

/**
 * Frames a second as an exact fraction, for example 30000/1001.
 *
 * @param num numerator, at least 1
 * @param den denominator, at least 1
 */
public record FrameRate(int num, int den) {

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
