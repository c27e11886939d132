package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.run.Provenance;

/**
 * What a run is trained from, hashed once however many runs are.
 *
 * @param a SHA-256 of domain A's inputs by absolute path, as provenance has them
 * @param b likewise for domain B
 */
record TrainingInputs(Map<String, String> a, Map<String, String> b) {

  TrainingInputs {
    a = new LinkedHashMap<>(a);
    b = new LinkedHashMap<>(b);
  }

  /**
   * Hashes files and folders.
   *
   * @throws org.recyclegan.video.InputException if one does not exist
   */
  static TrainingInputs of(List<Path> a, List<Path> b) throws IOException {
    return new TrainingInputs(Provenance.hashes(a), Provenance.hashes(b));
  }

  /** Returns where the inputs of one domain are. */
  static List<Path> paths(Map<String, String> hashes) {
    return hashes.keySet().stream().map(Path::of).toList();
  }
}
