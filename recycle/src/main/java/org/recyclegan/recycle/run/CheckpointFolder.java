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
  private static final String EXTENSION = ".safetensors";
  private static final Pattern FILE = Pattern.compile("step-(\\d{6,18})\\.safetensors");

  private final Path run;

  /** The checkpoints of a run's folder. */
  CheckpointFolder(Path run) {
    this.run = run;
  }

  /**
   * Finds a checkpoint where a user may name a run or a checkpoint itself.
   *
   * @param runOrCheckpoint a run directory, or a checkpoint's file
   * @param which of a run: {@code best}, {@code latest} or a step; null for the best if there is
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
        (hasBest() ? "best, latest" : "latest") + " or one of " + steps,
        steps.isEmpty() ? "no checkpoint at all" : which,
        steps.isEmpty()
            ? "Train longer: the first one is yet to be saved."
            : "Choose one of them.");
  }

  /**
   * Returns what to use in place of a checkpoint that cannot be used.
   *
   * @param damaged the checkpoint's file
   * @return a sentence that names the other checkpoints of its run
   */
  static String instead(Path damaged) {
    Path folder = damaged.toAbsolutePath().normalize().getParent();
    if (folder == null || !folder.endsWith(NAME) || folder.getParent() == null) {
      return "Get the file again from where it came.";
    }
    CheckpointFolder checkpoints = new CheckpointFolder(folder.getParent());
    List<String> others = new ArrayList<>();
    try {
      for (long step : checkpoints.steps()) {
        if (!checkpoints.file(step).getFileName().equals(damaged.getFileName())) {
          others.add(0, Long.toString(step));
        }
      }
      if (checkpoints.hasBest() && !damaged.endsWith(BEST + EXTENSION)) {
        others.add(BEST);
      }
    } catch (IOException e) {
      return "Use another checkpoint of the run.";
    }
    return others.isEmpty()
        ? "The run has no other checkpoint."
        : "Use another checkpoint of the run: `checkpoint` " + String.join(" or ", others) + ".";
  }

  /**
   * Makes a checkpoint the latest one: later ones step aside, under names that no command takes for
   * checkpoints.
   *
   * @param which as in {@link #find}
   * @return files as they are named now
   * @throws InputException if there is no such checkpoint, or it is damaged
   * @throws IOException if something cannot be read or renamed
   */
  public List<Path> goBackTo(String which) throws IOException {
    Path file = find(which);
    long step;
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      checkpoint.verify();
      step = checkpoint.step();
    }
    if (!Files.exists(file(step))) {
      WholeFile.write(file(step), target -> Files.copy(file, target));
    }
    List<Path> moved = new ArrayList<>();
    for (long later : steps()) {
      if (later > step) {
        moved.add(setAside(file(later), "later"));
      }
    }
    return moved;
  }

  /**
   * Renames a checkpoint so that no command takes it for one; nothing is deleted.
   *
   * @param file of the checkpoint
   * @param why it is no checkpoint any more, in one word
   * @return its new name
   * @throws IOException if it cannot be renamed
   */
  public Path setAside(Path file, String why) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + "." + why);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + "." + why + "-" + i);
    }
    return Files.move(file, aside);
  }

  /**
   * Lists what training can go back to.
   *
   * @return the checkpoints of steps from the latest on, and then the best
   * @throws IOException if the folder cannot be read
   */
  public List<Path> newestFirst() throws IOException {
    List<Path> files = new ArrayList<>();
    for (long step : steps()) {
      files.add(0, file(step));
    }
    if (hasBest()) {
      files.add(best());
    }
    return files;
  }

  /** Returns where the checkpoint of a step is or will be. */
  public Path file(long step) {
    return folder().resolve(String.format(Locale.ROOT, "step-%06d" + EXTENSION, step));
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
    return folder().resolve(BEST + EXTENSION);
  }

  private Path folder() {
    return run.resolve(NAME);
  }
}
