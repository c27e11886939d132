package org.recyclegan.soak;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the faults of one kind.
 *
 * @param faults what was tried
 * @param tried how many
 * @param survived those after which all was as promised
 * @param lost what was not, in words
 * @param details further counts by name, in order
 */
public record Counts(
    String faults, long tried, long survived, List<String> lost, Map<String, Object> details) {

  /** Copies the collections. */
  public Counts {
    lost = List.copyOf(lost);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
