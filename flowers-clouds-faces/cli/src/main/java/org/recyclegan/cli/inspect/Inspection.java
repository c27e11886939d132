package org.recyclegan.cli.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about a file or a run.
 *
 * @param path as the user gave it
 * @param kind such as "video", "image folder", "run"
 * @param facts by name in snake case with their unit, such as "duration_s", in the order to show
 * @param warnings sentences for the user
 */
public record Inspection(
    String path, String kind, Map<String, Object> facts, List<String> warnings) {

  public Inspection {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    warnings = List.copyOf(warnings);
  }
}
