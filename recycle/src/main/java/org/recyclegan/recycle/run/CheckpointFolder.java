package org.recyclegan.recycle.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.InputException;

/**
 * The checkpoints of a run: {@code step-000300.safetensors} and so on, the last few of them, and
 * {@code best.safetensors}, a copy of the one with the least held-out error.
 */
public final class CheckpointFolder {

  static final String NAME = "checkpoints";

  private static final String BEST = "best";
  private static final String LATEST = "latest";
  private static final Pattern FILE = Pattern.compile("step-(\\d{6,18})\\.safetensors");

  private final Path run;

  /** The checkpoints of a run's folder. */
  CheckpointFolder(Path run) {
    this.run = run;
  }

  /**
   * Finds a checkpoint where a person may name a run or a checkpoint itself.
   *
   * @param runOrCheckpoint a run directory, or a checkpoint's file
   * @param which of a run: {@code best}, {@code latest} or a step; null for the best where there is
   *     one, else the latest
   * @return an existing file
   * @throws InputException if there is none
   * @throws IOException if the folder cannot be read
   */
  public static Path locate(Path runOrCheckpoint, @Nullable String which) throws IOException {
    if (Files.isRegularFile(runOrCheckpoint)) {
      return runOrCheckpoint;
    }
    CheckpointFolder checkpoints = RunDirectory.open(runOrCheckpoint).checkpoints();
    if (which != null) {
      return checkpoints.find(which);
    }
    return checkpoints.hasBest() ? checkpoints.best() : checkpoints.find(LATEST);
  }

  /**
   * Returns the steps of which there are checkpoints.
   *
   * @return ascending
   * @throws IOException if the folder cannot be read
   */
  public List<Long> steps() throws IOException {
    List<Long> steps = new ArrayList<>();
    if (Files.isDirectory(folder())) {
      try (Stream<Path> files = Files.list(folder())) {
        for (Path file : files.toList()) {
          Matcher matcher = FILE.matcher(String.valueOf(file.getFileName()));
          if (matcher.matches()) {
            steps.add(Long.parseLong(matcher.group(1)));
          }
        }
      }
    }
    steps.sort(null);
    return steps;
  }

  /**
   * Finds a checkpoint.
   *
   * @param which {@code latest}, {@code best} (by held-out error, where that was measured), or a
   *     step
   * @return an existing file
   * @throws InputException if there is none
   * @throws IOException if the folder cannot be read
   */
  public Path find(String which) throws IOException {
    List<Long> steps = steps();
    if (which.equals(LATEST) && !steps.isEmpty()) {
      return file(steps.get(steps.size() - 1));
    }
    if (which.equals(BEST) && hasBest()) {
      return best();
    }
    for (long step : steps) {
      if (which.equals(Long.toString(step))) {
        return file(step);
      }
    }
    throw new InputException(
        "Checkpoint " + which + " of run " + run,
        (hasBest() ? "`best`, `latest`" : "`latest`") + " or one of " + steps,
        steps.isEmpty() ? "no checkpoint at all" : which,
        steps.isEmpty()
            ? "Train longer: the first one is yet to be saved."
            : "Choose one of them.");
  }

  /** Returns where the checkpoint of a step is or will be. */
  public Path file(long step) {
    return folder().resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
  }

  /** Keeps a copy of a checkpoint that is never removed as too old. */
  public void keepAsBest(Path checkpoint) throws IOException {
    WholeFile.write(best(), file -> Files.copy(checkpoint, file));
  }

  /** Removes all but the last checkpoints. */
  public void keepLast(int count) throws IOException {
    List<Long> steps = steps();
    for (long step : steps.subList(0, Math.max(0, steps.size() - count))) {
      Files.deleteIfExists(file(step));
    }
  }

  private boolean hasBest() {
    return Files.isRegularFile(best());
  }

  private Path best() {
    return folder().resolve(BEST + ".safetensors");
  }

  private Path folder() {
    return run.resolve(NAME);
  }
}
