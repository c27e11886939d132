package org.recyclegan.recycle.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    for (Map.Entry<String, JsonNode> field : before.properties()) {
      String name = prefix + field.getKey();
      JsonNode other = now.path(field.getKey());
      if (field.getValue().isObject()) {
        collect(name + ".", field.getValue(), other, changes);
      } else if (!field.getValue().equals(other)) {
        changes.add(new ConfigChange(name, field.getValue().asText(), other.asText()));
      }
    }
  }

  /** Returns for example {@code optimisation.learningRate: 2.0E-4 before, 1.0E-4 now}. */
  @Override
  public String toString() {
    return name + ": " + before + " before, " + now + " now";
  }
}
