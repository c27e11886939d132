package org.recyclegan.studies;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.studies.trials.TestClips;
import org.recyclegan.studies.trials.Trial;

/**
 * What is compared.
 *
 * @param a domain A's videos
 * @param b domain B's videos
 * @param tests what to measure on; held-out ends where it has none
 * @param out folder for all results
 * @param shared the configuration that the methods have in common
 * @param trials methods and seeds, at least one
 * @param frameRate of folders of pictures, or null for the usual one
 */
public record ComparisonRequest(
    List<Path> a,
    List<Path> b,
    TestClips tests,
    Path out,
    TrainingConfig shared,
    List<Trial> trials,
    @Nullable String frameRate) {

  /** Copies the lists. */
  public ComparisonRequest {
    a = List.copyOf(a);
    b = List.copyOf(b);
    trials = List.copyOf(trials);
  }

  /** Where a trial is trained. */
  Path run(Trial trial) {
    return out.resolve("runs").resolve(trial.name());
  }

  List<Path> inputs(Direction direction) {
    return direction == Direction.A2B ? a : b;
  }
}
