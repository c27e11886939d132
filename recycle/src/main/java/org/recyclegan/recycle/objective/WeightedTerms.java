package org.recyclegan.recycle.objective;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.recyclegan.recycle.config.NetworkRole;

/**
 * The terms that have weight, and what they need together.
 *
 * @param terms in the order in which they are added up; the last bit of the sum depends on it
 */
public record WeightedTerms(List<Weighted> terms) {

  /** A term with its weight, above 0. */
  public record Weighted(LossTerm term, double weight) {}

  public WeightedTerms {
    terms = List.copyOf(terms);
  }

  /** Returns the roles of the networks: those that every run has, and those that a term needs. */
  public Set<NetworkRole> roles() {
    Set<NetworkRole> roles = EnumSet.noneOf(NetworkRole.class);
    for (NetworkRole role : NetworkRole.values()) {
      if (role.always() || terms.stream().anyMatch(t -> t.term().needs().contains(role))) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** Returns whether time counts: with predictors, on triplets of frames; else single frames do. */
  public boolean temporal() {
    return roles().contains(NetworkRole.PREDICTOR);
  }

  /** Returns the parts of a pass that a term wants. */
  public Set<Pass.Part> parts() {
    Set<Pass.Part> parts = EnumSet.noneOf(Pass.Part.class);
    terms.forEach(weighted -> parts.addAll(weighted.term().parts()));
    return parts;
  }

  /** Returns how many frames the terms send through a generator by themselves. */
  public int ownFrames(int translated) {
    return terms.stream().mapToInt(weighted -> weighted.term().ownFrames(translated)).sum();
  }
}
