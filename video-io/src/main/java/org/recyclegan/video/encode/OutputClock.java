package org.recyclegan.video.encode;

import java.util.OptionalLong;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;

/**
 * Converts timestamps to the unit of the container. Each is rounded on its own, so that errors
 * never add up; a frame that the container cannot show apart from the one before has no place in
 * it.
 */
final class OutputClock {

  private final TimeBase from;
  private final TimeBase to;
  private final long leastStep;
  private long previous = Long.MIN_VALUE;

  /**
   * Creates a clock.
   *
   * @param from the unit of the frames
   * @param to the unit of the container; the same one makes the conversion exact
   * @param leastStep ticks from one frame to the next below which players no longer keep time, at
   *     least 1
   */
  OutputClock(TimeBase from, TimeBase to, long leastStep) {
    this.from = from;
    this.to = to;
    this.leastStep = leastStep;
  }

  /** Returns the unit that comes out. */
  TimeBase timeBase() {
    return to;
  }

  /**
   * Returns a frame's time in the container's unit: the nearest, or one tick later where that keeps
   * it apart from the frame before; empty if it would have to be moved further.
   */
  OptionalLong ticks(long pts) {
    long rounded = nearest(pts);
    long apart = previous == Long.MIN_VALUE ? rounded : Math.max(rounded, previous + leastStep);
    if (apart - rounded > 1) {
      return OptionalLong.empty();
    }
    previous = apart;
    return OptionalLong.of(apart);
  }

  /** Returns the fewest ticks from one frame to the next. */
  long leastStep() {
    return leastStep;
  }

  /** Returns a moment in the container's unit. */
  long nearest(long pts) {
    return to.nearest(pts, from);
  }

  /** Returns how long a frame is shown at a rate, at least one step. */
  long frameTicks(FrameRate rate) {
    return Math.max(leastStep, to.ticksOfFrame(rate));
  }
}
