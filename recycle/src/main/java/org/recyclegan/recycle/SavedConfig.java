package org.recyclegan.recycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.recyclegan.video.FolderLayout;

/**
 * Reads a run's configuration, an earlier release's too: a field that did not exist then gets the
 * value that the release behaved by. The one place that knows older forms.
 */
final class SavedConfig {

  private SavedConfig() {}

  /**
   * Reads a configuration.
   *
   * @param text JSON, as {@link Json} writes it
   * @throws JsonProcessingException if it is not a configuration of this or an earlier release
   */
  static TrainingConfig read(String text) throws JsonProcessingException {
    JsonNode root = Json.read(text, JsonNode.class);
    if (root instanceof ObjectNode config && !config.has("objective")) {
      config.set("objective", Json.tree(ObjectiveOptions.PUBLISHED));
    }
    if (root.path("data") instanceof ObjectNode data && !data.has("layout")) {
      data.set("layout", Json.tree(FolderLayout.AUTO));
      data.set("content", Json.tree(Content.AUTO));
    }
    return Json.read(root.toString(), TrainingConfig.class);
  }
}
