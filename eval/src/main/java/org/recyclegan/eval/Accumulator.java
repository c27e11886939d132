package org.recyclegan.eval;

import java.util.List;

/**
 * Metrics that are computed together. Fed one moment after the other, by one thread at a time; what
 * it keeps of a moment is a few numbers.
 */
interface Accumulator {

  /**
   * Returns the computations of those flows that {@link #add} will ask for and nobody has begun:
   * for any thread, in any order. Asked for once a moment, in order, by the thread that reads, and
   * before earlier moments have been added. Without them it computes one after the other itself.
   */
  default List<Runnable> flows(FrameSet moment) {
    return List.of();
  }

  /** Takes the current frames in. */
  void add(FrameSet moment);

  /** Says what came out, once, after the last moment. */
  void report(Results results);
}
