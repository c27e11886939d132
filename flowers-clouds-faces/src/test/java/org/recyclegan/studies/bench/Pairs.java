package org.recyclegan.studies.bench;

/**
 * Compares two things by taking them in turn, so that whatever else the machine does meets both.
 * Each pair gives one ratio; who comes first changes from pair to pair.
 */
final class Pairs {

  /** Something that takes time. */
  interface Task {
    /** Does it, and returns the seconds that count. */
    double seconds() throws Exception;
  }

  private Pairs() {}

  /**
   * Takes two tasks in turn, after each was done once uncounted.
   *
   * @return seconds of the first over seconds of the second, a value for each pair
   */
  static double[] ratios(int pairs, Task first, Task second) throws Exception {
    first.seconds();
    second.seconds();
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      double a;
      double b;
      if (i % 2 == 0) {
        a = first.seconds();
        b = second.seconds();
      } else {
        b = second.seconds();
        a = first.seconds();
      }
      ratios[i] = a / b;
    }
    return ratios;
  }

  /** Returns the seconds that something takes by the clock. */
  static double clock(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What is timed. */
  interface Work {
    /** Does it. */
    void run() throws Exception;
  }
}
