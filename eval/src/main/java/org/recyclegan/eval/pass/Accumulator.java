package org.recyclegan.eval.pass;

import java.util.List;

/**
 * Collects numbers of one or several metrics. Fed index after index, by one thread at a time; it
 * keeps a few numbers of each.
 */
public interface Accumulator {

  /**
   * Returns the computations of those flows that {@link #add} will ask for and that are not begun
   * yet: for any thread, in any order. Asked for once an index, in order, by the thread that reads,
   * and before earlier indices have been added. Without them {@code add} computes them one by one.
   */
  default List<Runnable> flows(FrameSet frames) {
    return List.of();
  }

  /** Takes the frames of the next index. */
  void add(FrameSet frames);
}
