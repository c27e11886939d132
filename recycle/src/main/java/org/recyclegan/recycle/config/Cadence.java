package org.recyclegan.recycle.config;

/**
 * How often a run writes things down, in steps.
 *
 * @param checkpointEvery steps from one checkpoint to the next
 * @param sampleEvery steps from one sample sheet to the next
 * @param logEvery steps that one line of stats.jsonl averages
 * @param keepCheckpoints how many of the last checkpoints stay on disk
 */
public record Cadence(int checkpointEvery, int sampleEvery, int logEvery, int keepCheckpoints) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public Cadence {
    if (checkpointEvery < 1 || sampleEvery < 1 || logEvery < 1 || keepCheckpoints < 1) {
      throw new IllegalArgumentException(
          "Checkpoints, sample sheets and log lines need at least 1 step between them, found "
              + checkpointEvery
              + ", "
              + sampleEvery
              + " and "
              + logEvery
              + "; and at least 1 checkpoint is kept, found "
              + keepCheckpoints);
    }
  }
}
