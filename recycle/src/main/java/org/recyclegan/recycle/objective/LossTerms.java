package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighted loss terms by name, as scalars of a graph, and their sum. */
public final class LossTerms {

  private final Map<String, NDArray> terms = new LinkedHashMap<>();
  private @Nullable NDArray sum;

  /** Adds a term; its value counts as it is, so weights are multiplied before. */
  void add(String name, NDArray weighted) {
    terms.put(name, weighted);
    sum = sum == null ? weighted : sum.add(weighted);
  }

  /** Returns the values of both, taken in turn. */
  static Map<String, Double> alternating(Map<String, Double> first, Map<String, Double> second) {
    Map<String, Double> all = new LinkedHashMap<>();
    Iterator<Map.Entry<String, Double>> other = second.entrySet().iterator();
    first.forEach(
        (name, value) -> {
          all.put(name, value);
          if (other.hasNext()) {
            Map.Entry<String, Double> next = other.next();
            all.put(next.getKey(), next.getValue());
          }
        });
    other.forEachRemaining(next -> all.put(next.getKey(), next.getValue()));
    return all;
  }

  /** Returns the sum of all terms. */
  public NDArray sum() {
    if (sum == null) {
      throw new IllegalStateException("There is no loss term");
    }
    return sum;
  }

  private static double value(NDArray term) {
    return term.getDataType() == DataType.FLOAT64 ? term.getDouble() : term.getFloat();
  }

  /** Returns the terms' values by name. */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    terms.forEach((name, term) -> values.put(name, value(term)));
    return values;
  }
}
