package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighted loss terms by name, as scalars of a graph, and their sum. */
final class LossTerms {

  private final Map<String, NDArray> terms = new LinkedHashMap<>();
  private @Nullable NDArray sum;

  /** Adds a term; its value counts as it is, so weights are multiplied before. */
  void add(String name, NDArray weighted) {
    terms.put(name, weighted);
    sum = sum == null ? weighted : sum.add(weighted);
  }

  /** Returns the terms of both, taken in turn. */
  static LossTerms alternating(LossTerms first, LossTerms second) {
    LossTerms all = new LossTerms();
    Iterator<Map.Entry<String, NDArray>> other = second.terms.entrySet().iterator();
    first.terms.forEach(
        (name, term) -> {
          all.add(name, term);
          if (other.hasNext()) {
            Map.Entry<String, NDArray> next = other.next();
            all.add(next.getKey(), next.getValue());
          }
        });
    other.forEachRemaining(next -> all.add(next.getKey(), next.getValue()));
    return all;
  }

  /** Returns the sum of all terms. */
  NDArray sum() {
    if (sum == null) {
      throw new IllegalStateException("There is no loss term");
    }
    return sum;
  }

  private static double value(NDArray term) {
    return term.getDataType() == DataType.FLOAT64 ? term.getDouble() : term.getFloat();
  }

  /** Returns the terms' values by name. */
  Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    terms.forEach((name, term) -> values.put(name, value(term)));
    return values;
  }
}
