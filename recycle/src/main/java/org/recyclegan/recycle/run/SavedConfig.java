package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.objective.terms.Terms;

/**
 * Reads a run's configuration, and refuses weights of terms that do not exist. What was not there
 * to be chosen when a run was begun is off.
 */
public final class SavedConfig {

  private static final String OPTIMISATION = "optimisation";
  private static final String AVERAGE_HALF_LIFE = "averageHalfLife";

  private SavedConfig() {}

  /**
   * Reads a configuration.
   *
   * @param text JSON, as {@link Json} writes it
   * @throws JsonProcessingException if it is not a configuration, or one out of its range
   */
  public static TrainingConfig read(String text) throws JsonProcessingException {
    TrainingConfig config = Json.RECORDS.parse(completed(text), TrainingConfig.class);
    try {
      Terms.requireKnown(config.weights());
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from((JsonParser) null, String.valueOf(e.getMessage()), e);
    }
    return config;
  }

  /** A run of before there were averaged generators goes on without them. */
  private static String completed(String text) throws JsonProcessingException {
    JsonNode tree = Json.RECORDS.parse(text, JsonNode.class);
    if (tree.path(OPTIMISATION) instanceof ObjectNode optimisation
        && !optimisation.has(AVERAGE_HALF_LIFE)) {
      optimisation.put(AVERAGE_HALF_LIFE, 0);
    }
    return tree.toString();
  }
}
