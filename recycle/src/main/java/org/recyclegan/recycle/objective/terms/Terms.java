package org.recyclegan.recycle.objective.terms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.objective.LossTerm;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.text.Nearest;

/** Every loss term there is. */
public final class Terms {

  /** In the order in which they are added up: a new term comes last, or golden values change. */
  public static final List<LossTerm> ALL =
      List.of(
          new Adversarial(),
          new Recurrent(),
          new AdversarialPredictor(),
          new Recycle(),
          new Cycle(),
          new Identity(),
          new NoisyCycle());

  private Terms() {}

  /**
   * Returns the terms that have weight.
   *
   * @throws IllegalArgumentException if there is a weight of no term
   */
  public static WeightedTerms of(LossWeights weights) {
    requireKnown(weights);
    return new WeightedTerms(
        ALL.stream()
            .filter(term -> weights.of(term.name()) > 0)
            .map(term -> new WeightedTerms.Weighted(term, weights.of(term.name())))
            .toList());
  }

  /**
   * Refuses a weight of no term.
   *
   * @throws IllegalArgumentException that says which terms there are
   */
  public static void requireKnown(LossWeights weights) {
    Set<String> names = names();
    for (String name : weights.byTerm().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "There is no loss term "
                + name
                + ", but "
                + String.join(", ", names)
                + Nearest.question(name, names));
      }
    }
  }

  /** Returns every term's name, in alphabetical order. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    ALL.forEach(term -> names.add(term.name()));
    return names;
  }
}
