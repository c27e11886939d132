package org.recyclegan.recycle;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of named values since the last reset. */
final class RunningMeans {

  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int count;

  void add(Map<String, Double> values) {
    values.forEach((name, value) -> sums.merge(name, value, Double::sum));
    count++;
  }

  Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, sum / count));
    return means;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void reset() {
    sums.clear();
    count = 0;
  }
}
