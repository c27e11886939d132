package org.recyclegan.studies.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the numbers of all trainings together over seeds. */
final class Statistics {

  private final List<TrialScores> trials;
  private final List<String> methods;
  private final Set<String> measures = new LinkedHashSet<>();

  Statistics(List<TrialScores> trials) {
    this.trials = trials;
    this.methods = trials.stream().map(TrialScores::method).distinct().toList();
    trials.forEach(trial -> measures.addAll(trial.values().keySet()));
  }

  List<Summary> summaries() {
    List<Summary> summaries = new ArrayList<>();
    for (String name : measures) {
      for (String method : methods) {
        double[] values =
            trials.stream()
                .filter(trial -> trial.method().equals(method))
                .filter(trial -> trial.values().containsKey(name))
                .mapToDouble(trial -> value(trial, name))
                .toArray();
        if (values.length > 0) {
          summaries.add(Summary.of(Measure.of(name), method, values));
        }
      }
    }
    return summaries;
  }

  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    for (String name : measures) {
      for (int i = 0; i < methods.size(); i++) {
        for (int j = i + 1; j < methods.size(); j++) {
          difference(name, methods.get(i), methods.get(j)).ifPresent(differences::add);
        }
      }
    }
    return differences;
  }

  private Optional<Difference> difference(String name, String first, String second) {
    List<double[]> pairs = new ArrayList<>();
    for (TrialScores a : trials) {
      for (TrialScores b : trials) {
        if (a.method().equals(first)
            && b.method().equals(second)
            && a.seed() == b.seed()
            && a.values().containsKey(name)
            && b.values().containsKey(name)) {
          pairs.add(new double[] {value(a, name), value(b, name)});
        }
      }
    }
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Difference.of(
            Measure.of(name),
            first,
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            second,
            pairs.stream().mapToDouble(pair -> pair[1]).toArray()));
  }

  private static double value(TrialScores trial, String name) {
    Double value = trial.values().get(name);
    if (value == null) {
      throw new IllegalArgumentException(trial.method() + " has no " + name);
    }
    return value;
  }
}
