package org.recyclegan.recycle.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of named values since the last reset. */
public final class RunningMeans {

  /**
   * All that there is to them, to be saved.
   *
   * @param count how many values of each name there were
   * @param sums of the values; finite, and none where there were no values
   */
  public record Sums(int count, Map<String, Double> sums) {

    public Sums {
      sums = new LinkedHashMap<>(sums);
      if (count < 0
          || (count == 0) != sums.isEmpty()
          || !sums.values().stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "expected finite sums of some values, found " + sums + " of " + count);
      }
    }
  }

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

  public Sums sums() {
    return new Sums(count, sums);
  }

  /** Goes on from what was saved. */
  public void restore(Sums saved) {
    reset();
    sums.putAll(saved.sums());
    count = saved.count();
  }

  public void reset() {
    sums.clear();
    count = 0;
  }
}
