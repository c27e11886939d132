package org.recyclegan.video.encode;

import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;

/**
 * Converts timestamps to the unit of the container. Each is rounded on its own, to the nearest
 * tick, so that errors never add up; two that fall on one tick are kept apart.
 */
final class OutputClock {

  private final TimeBase from;
  private final TimeBase to;
  private long previous = Long.MIN_VALUE;

  /**
   * Creates a clock.
   *
   * @param from the unit of the frames
   * @param to the unit of the container; the same one makes the conversion exact
   */
  OutputClock(TimeBase from, TimeBase to) {
    this.from = from;
    this.to = to;
  }

  /** Returns the unit that comes out. */
  TimeBase timeBase() {
    return to;
  }

  /** Returns a frame's time in the container's unit, later than the one before. */
  long ticks(long pts) {
    long rounded = to.nearest(pts, from);
    previous = previous == Long.MIN_VALUE ? rounded : Math.max(rounded, previous + 1);
    return previous;
  }

  /** Returns how long a frame is shown at a rate, at least one tick. */
  long frameTicks(FrameRate rate) {
    return to.ticksOfFrame(rate);
  }
}
