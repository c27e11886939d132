package org.recyclegan.process;

import java.time.Duration;

/**
 * What a child process may take. {@link #DEFAULTS} is the only place where the defaults stand.
 *
 * @param patience for one answer, such as a frame
 * @param heapMegabytes of Java's heap
 * @param residentMegabytes of memory in all, native memory included; kept to where the system tells
 *     how much that is (Linux)
 */
public record ChildLimits(Duration patience, int heapMegabytes, int residentMegabytes) {

  /** A minute for an answer, frames of 8192x4320 on the heap, four gigabytes in all. */
  public static final ChildLimits DEFAULTS = new ChildLimits(Duration.ofMinutes(1), 1024, 4096);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a limit is not above 0
   */
  public ChildLimits {
    if (patience.isNegative() || patience.isZero() || heapMegabytes < 1 || residentMegabytes < 1) {
      throw new IllegalArgumentException(
          "Limits of a child process are above 0, found "
              + patience
              + ", "
              + heapMegabytes
              + " MB of heap and "
              + residentMegabytes
              + " MB in all");
    }
  }
}
