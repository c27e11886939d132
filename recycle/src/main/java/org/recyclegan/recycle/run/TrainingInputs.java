package org.recyclegan.recycle.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is trained from, hashed once however many runs are.
 *
 * @param a SHA-256 of domain A's inputs by absolute path, as provenance has them
 * @param b likewise for domain B
 */
public record TrainingInputs(Map<String, String> a, Map<String, String> b) {

  public TrainingInputs {
    a = new LinkedHashMap<>(a);
    b = new LinkedHashMap<>(b);
  }

  /**
   * Hashes files and folders.
   *
   * @throws org.recyclegan.video.InputException if one does not exist
   */
  public static TrainingInputs of(List<Path> a, List<Path> b) throws IOException {
    return new TrainingInputs(Provenance.hashes(a), Provenance.hashes(b));
  }

  /** Returns where the inputs of one domain are. */
  public static List<Path> paths(Map<String, String> hashes) {
    return hashes.keySet().stream().map(Path::of).toList();
  }

  /** Returns the inputs of A that are inputs of B as well, regardless of their names. */
  public List<String> onBothSides() {
    return a.entrySet().stream()
        .filter(input -> b.containsValue(input.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
