package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.CheckpointFolder;
import org.recyclegan.recycle.Direction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which generator is meant: the run, its checkpoint, the direction. */
final class GeneratorOptions {

  @Parameters(index = "0", paramLabel = "RUN", description = "A run directory or a checkpoint.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path run;

  @Option(
      names = "--direction",
      paramLabel = "DIRECTION",
      converter = NamedConverter.Directions.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Direction direction = Direction.A2B;

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP",
      description = "best, latest or a step (best where held-out errors were measured).")
  private @Nullable String checkpoint;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private CheckpointLimit limit;

  Direction direction() {
    return direction;
  }

  /**
   * Finds the checkpoint's file.
   *
   * @throws org.recyclegan.video.InputException if there is none, or it is too large
   */
  Path checkpoint() throws IOException {
    return limit.checked(CheckpointFolder.locate(run, checkpoint));
  }
}
