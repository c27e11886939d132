package org.recyclegan.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Compares two things by taking them in turn, so that other load on the machine affects both. Each
 * pair gives one ratio; who comes first changes from pair to pair.
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
    double[][] seconds = seconds(pairs, List.of(first, second));
    return quotients(seconds[0], seconds[1]);
  }

  /**
   * Takes tasks in turn, forwards and backwards, after each was done once uncounted.
   *
   * @return seconds of each task in each round
   */
  static double[][] seconds(int rounds, List<Task> tasks) throws Exception {
    for (Task task : tasks) {
      task.seconds();
    }
    return warmSeconds(rounds, tasks);
  }

  /** As {@link #seconds}, of tasks that are warm already. */
  static double[][] warmSeconds(int rounds, List<Task> tasks) throws Exception {
    double[][] seconds = new double[tasks.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < tasks.size(); i++) {
        int task = round % 2 == 0 ? i : tasks.size() - 1 - i;
        seconds[task][round] = tasks.get(task).seconds();
      }
    }
    return seconds;
  }

  /** Returns the quotients of what was measured in the same round. */
  static double[] quotients(double[] dividends, double[] divisors) {
    double[] quotients = new double[dividends.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = dividends[i] / divisors[i];
    }
    return quotients;
  }

  /** Returns the least of some seconds: what it takes when nothing disturbs. */
  static double least(double[] seconds) {
    return Arrays.stream(seconds).min().orElseThrow();
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
