package org.recyclegan.eval;

/**
 * Metrics that are computed together. Fed one moment after the other, by one thread at a time; what
 * it keeps of a moment is a few numbers.
 */
interface Accumulator {

  /** Takes the current frames in. */
  void add(Moment moment);

  /** Says what came out, once, after the last moment. */
  void report(Results results);
}
