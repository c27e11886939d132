package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avutil.av_rescale;

/**
 * Seconds in a tick, as an exact fraction: {@code num / den}. Times are kept in ticks so that no
 * frame ever moves by a rounding error.
 *
 * @param num numerator, at least 1
 * @param den denominator, at least 1
 */
public record TimeBase(int num, int den) {

  /** A millionth of a second. */
  public static final TimeBase MICROSECONDS = new TimeBase(1, 1_000_000);

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if either part is less than 1
   */
  public TimeBase {
    if (num < 1 || den < 1) {
      throw new IllegalArgumentException(
          "A time base is a positive fraction, found " + num + "/" + den);
    }
  }

  /**
   * Converts ticks to seconds, for display and for metrics; never for timestamps.
   *
   * @param ticks a time or a duration in this base
   */
  public double seconds(long ticks) {
    return (double) ticks * num / den;
  }

  /** Returns the time in this base that is nearest to one in another, halves away from zero. */
  public long nearest(long ticks, TimeBase base) {
    return equals(base)
        ? ticks
        : av_rescale(ticks, (long) base.num() * den, (long) base.den() * num);
  }

  /** Returns how long a frame lasts at a rate, at least one tick. */
  public long ticksOfFrame(FrameRate rate) {
    return Math.max(1, nearest(1, rate.timeBase()));
  }

  @Override
  public String toString() {
    return num + "/" + den;
  }
}
