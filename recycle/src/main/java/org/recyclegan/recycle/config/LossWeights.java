package org.recyclegan.recycle.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weight of every loss term by its name, each for both directions. A term that is absent has
 * weight 0 and is not computed. Which names there are is known where the terms are: in {@code
 * org.recyclegan.recycle.objective.terms.Terms}.
 */
public record LossWeights(@JsonValue SortedMap<String, Double> byTerm) {

  /**
   * Takes weights; those of 0 are left out.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or none is above 0
   */
  public LossWeights {
    TreeMap<String, Double> positive = new TreeMap<>();
    byTerm.forEach(
        (term, weight) -> {
          if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                "The weight of the " + term + " loss must be 0 or more, found " + weight);
          }
          if (weight > 0) {
            positive.put(term, weight);
          }
        });
    if (positive.isEmpty()) {
      throw new IllegalArgumentException("At least one loss term must have a weight above 0");
    }
    byTerm = Collections.unmodifiableSortedMap(positive);
  }

  /**
   * Returns weights by term.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or none is above 0
   */
  @JsonCreator
  public static LossWeights of(Map<String, Double> byTerm) {
    return new LossWeights(new TreeMap<>(byTerm));
  }

  /** Returns a term's weight, 0 where it has none. */
  public double of(String term) {
    return byTerm.getOrDefault(term, 0.0);
  }

  /**
   * Returns this with other weights of some terms; 0 takes a term away.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public LossWeights with(Map<String, Double> changes) {
    SortedMap<String, Double> changed = new TreeMap<>(byTerm);
    changed.putAll(changes);
    return new LossWeights(changed);
  }
}
