package org.recyclegan.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which generator is meant: the run, its checkpoint, the direction. */
public final class GeneratorOptions {

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
      description = "best, latest or a step (best if held-out errors were measured).")
  private @Nullable String checkpoint;

  @Option(
      names = "--weights",
      paramLabel = "WEIGHTS",
      converter = NamedConverter.Weights.class,
      description = {
        "averaged: the mean over the training's steps, where it was kept;",
        "raw: those of the last step (averaged)."
      })
  private @Nullable GeneratorWeights weights;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private CheckpointLimit limit;

  public Direction direction() {
    return direction;
  }

  /** Returns which of the generator's weights are meant. */
  public GeneratorWeights weights() {
    return weights == null ? GeneratorWeights.DEFAULT : weights;
  }

  /**
   * Returns a sentence where other weights were asked for than will be used.
   *
   * @param used which there are
   */
  public Optional<String> doubt(GeneratorWeights used) {
    return weights == null || weights == used
        ? Optional.empty()
        : Optional.of(run + " has no " + weights + " weights; those of its last step are used.");
  }

  /**
   * Finds the checkpoint's file.
   *
   * @param inputs that it is meant for, which may have been exchanged with the run
   * @throws org.recyclegan.video.InputException if there is none, or it is too large
   */
  public Path checkpoint(List<Path> inputs) throws IOException {
    RunOperand.require(run, inputs);
    return limit.checked(CheckpointFolder.locate(run, checkpoint));
  }

  /**
   * Returns the folder of the run that the checkpoint is of.
   *
   * @return null where it lies in none
   */
  public @Nullable Path run() {
    if (RunDirectory.isRun(run)) {
      return run;
    }
    Path checkpoints = run.toAbsolutePath().normalize().getParent();
    Path folder = checkpoints == null ? null : checkpoints.getParent();
    return folder != null && RunDirectory.isRun(folder) ? folder : null;
  }

  /**
   * Warns of inputs that the run knows as examples of what it is asked to make.
   *
   * @return sentences, none where a checkpoint was named that lies in no run
   */
  public List<String> doubts(List<Path> inputs) throws IOException {
    if (!RunDirectory.isRun(run)) {
      return List.of();
    }
    Provenance provenance = RunDirectory.open(run).provenance();
    Collection<String> made =
        (direction == Direction.A2B ? provenance.inputsB() : provenance.inputsA()).values();
    List<String> doubts = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.exists(input) && made.containsAll(Provenance.hashes(List.of(input)).values())) {
        doubts.add(
            input
                + " is one of the videos that the run learnt to make, not to translate; did you"
                + " mean --direction "
                + (direction == Direction.A2B ? Direction.B2A : Direction.A2B)
                + "?");
      }
    }
    return doubts;
  }
}
