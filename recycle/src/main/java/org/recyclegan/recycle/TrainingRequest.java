package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.TrainingInputs;

/**
 * A training to begin.
 *
 * @param inputs of both domains, with their hashes
 * @param run the folder that the run gets; new or empty
 * @param config everything that decides the training
 * @param waitsForDisk whether training waits for room on a full disk instead of giving up
 */
public record TrainingRequest(
    TrainingInputs inputs, Path run, TrainingConfig config, boolean waitsForDisk) {

  /**
   * Requests a training that does not wait for a full disk.
   *
   * @param a domain A's videos or folders of pictures
   * @param b domain B's
   * @param run the folder that the run gets
   * @param config everything that decides the training
   * @throws IOException if an input cannot be read
   */
  public static TrainingRequest of(List<Path> a, List<Path> b, Path run, TrainingConfig config)
      throws IOException {
    return new TrainingRequest(TrainingInputs.of(a, b), run, config, false);
  }
}
