package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.objective.terms.Terms;

/** Reads a run's configuration, and refuses weights of terms that do not exist. */
public final class SavedConfig {

  private SavedConfig() {}

  /**
   * Reads a configuration.
   *
   * @param text JSON, as {@link Json} writes it
   * @throws JsonProcessingException if it is not a configuration, or one out of its range
   */
  public static TrainingConfig read(String text) throws JsonProcessingException {
    TrainingConfig config = Json.RECORDS.parse(text, TrainingConfig.class);
    try {
      Terms.requireKnown(config.weights());
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from((JsonParser) null, String.valueOf(e.getMessage()), e);
    }
    return config;
  }
}
