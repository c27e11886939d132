package org.recyclegan.video;

import java.util.OptionalLong;

/**
 * A stretch of a file's time, counted from the start of its container.
 *
 * @param base the unit of the times
 * @param start the first moment, in ticks
 * @param end the first moment that is not in it any more, in ticks; empty for the end of the file
 */
public record TimeSpan(TimeBase base, long start, OptionalLong end) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it ends before it starts
   */
  public TimeSpan {
    if (end.isPresent() && end.getAsLong() < start) {
      throw new IllegalArgumentException("A span from " + start + " to " + end.getAsLong());
    }
  }
}
