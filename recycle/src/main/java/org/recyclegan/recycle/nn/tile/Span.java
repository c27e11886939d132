package org.recyclegan.recycle.nn.tile;

/**
 * Consecutive rows or columns.
 *
 * @param from the first
 * @param to the one after the last
 */
record Span(int from, int to) {

  int length() {
    return to - from;
  }

  /** Returns the part that lies in {@code [0, limit)}. */
  Span within(int limit) {
    return new Span(Math.max(0, from), Math.min(limit, to));
  }

  /** Returns how many lie before 0. */
  int before() {
    return Math.max(0, -from);
  }

  /** Returns how many lie at or after a limit. */
  int beyond(int limit) {
    return Math.max(0, to - limit);
  }
}
