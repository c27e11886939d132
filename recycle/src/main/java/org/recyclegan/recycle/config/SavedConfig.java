package org.recyclegan.recycle.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.video.FolderLayout;

/**
 * Reads a run's configuration, an earlier release's too: a field that did not exist then gets the
 * value that the release behaved by. The one place that knows older forms.
 */
public final class SavedConfig {

  private SavedConfig() {}

  /**
   * Reads a configuration.
   *
   * @param text JSON, as {@link Json} writes it
   * @throws JsonProcessingException if it is not a configuration of this or an earlier release
   */
  public static TrainingConfig read(String text) throws JsonProcessingException {
    JsonNode root = Json.RECORDS.parse(text, JsonNode.class);
    if (root instanceof ObjectNode config) {
      if (!config.has("objective")) {
        config.set("objective", Json.RECORDS.tree(ObjectiveOptions.PUBLISHED));
      }
      if (config.get("objective") instanceof ObjectNode objective) {
        putIfAbsent(objective, "discriminatorFrames", IntNode.valueOf(1));
        putIfAbsent(objective, "judgeReversed", BooleanNode.FALSE);
      }
    }
    if (root.path("optimisation") instanceof ObjectNode optimisation) {
      putIfAbsent(optimisation, "accumulate", IntNode.valueOf(1));
      putIfAbsent(optimisation, "precision", TextNode.valueOf(Precision.FLOAT32.toString()));
    }
    if (root.path("data") instanceof ObjectNode data && !data.has("layout")) {
      data.set("layout", Json.RECORDS.tree(FolderLayout.AUTO));
      data.set("content", Json.RECORDS.tree(Content.AUTO));
    }
    return Json.RECORDS.parse(root.toString(), TrainingConfig.class);
  }

  private static void putIfAbsent(ObjectNode node, String field, JsonNode value) {
    if (!node.has(field)) {
      node.set(field, value);
    }
  }
}
