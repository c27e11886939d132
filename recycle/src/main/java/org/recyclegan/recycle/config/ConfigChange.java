package org.recyclegan.recycle.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recyclegan.json.Json;

/**
 * A value in which two configurations differ.
 *
 * @param name its place, as in {@code config.json}: for example {@code optimisation.learningRate}
 * @param before the earlier value, as it is written there
 * @param now the later one
 */
public record ConfigChange(String name, String before, String now) {

  /**
   * Compares two configurations value by value.
   *
   * @param before the earlier one
   * @param now the later one
   * @return every difference, in the order of {@code config.json}; empty if they are equal
   */
  public static List<ConfigChange> between(TrainingConfig before, TrainingConfig now) {
    List<ConfigChange> changes = new ArrayList<>();
    collect("", Json.RECORDS.tree(before), Json.RECORDS.tree(now), changes);
    return changes;
  }

  private static void collect(
      String prefix, JsonNode before, JsonNode now, List<ConfigChange> changes) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode earlier = before.path(name);
      JsonNode later = now.path(name);
      if (earlier.isObject() || later.isObject()) {
        collect(prefix + name + ".", earlier, later, changes);
      } else if (!earlier.equals(later)) {
        changes.add(new ConfigChange(prefix + name, text(earlier), text(later)));
      }
    }
  }

  /** The weight of a term is absent where it is 0. */
  private static String text(JsonNode value) {
    return value.isMissingNode() ? "none" : value.asText();
  }

  /** Returns for example {@code optimisation.learningRate: 2.0E-4 before, 1.0E-4 now}. */
  @Override
  public String toString() {
    return name + ": " + before + " before, " + now + " now";
  }
}
