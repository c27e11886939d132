package org.recyclegan.recycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;

/**
 * The folder of a run: {@code config.json}, {@code provenance.json}, {@code log.txt}, {@code
 * stats.jsonl}, {@code samples/}, {@code frames/} and {@code checkpoints/step-000300.safetensors}
 * and so on. While it is held open for training, a second process is refused; a crash leaves no
 * lock behind.
 */
public final class RunDirectory implements AutoCloseable {

  private static final String BEST = "best";
  private static final String CONFIG = "config.json";
  private static final String PROVENANCE = "provenance.json";
  private static final Pattern CHECKPOINT = Pattern.compile("step-(\\d{6,18})\\.safetensors");

  private final Path folder;
  private final @Nullable FileChannel lockFile;

  private RunDirectory(Path folder, @Nullable FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Creates the folder of a new run and locks it.
   *
   * @param folder must not exist, or be empty
   * @return locked until closed
   * @throws InputException if there is something in the folder already
   * @throws IOException if it cannot be created
   */
  public static RunDirectory create(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(
          "The run directory " + folder, "a folder", "a file", "Choose another --out.");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new InputException(
              "The run directory " + folder,
              "a new or empty folder",
              Files.exists(folder.resolve(CONFIG)) ? "an earlier run" : "other files",
              "Choose another --out, or go on with the run in it with --resume.");
        }
      }
    }
    for (String part : List.of("checkpoints", "samples", "frames")) {
      Files.createDirectories(folder.resolve(part));
    }
    return new RunDirectory(folder, lock(folder));
  }

  /** Removes a folder of {@link #create} that did not become a run. */
  static void discard(Path folder) throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  /**
   * Opens an existing run to go on with it, and locks it.
   *
   * @param folder of the run
   * @return locked until closed
   * @throws InputException if there is no run in it, or another process trains there
   * @throws IOException if it cannot be read
   */
  public static RunDirectory resume(Path folder) throws IOException {
    requireRun(folder);
    return new RunDirectory(folder, lock(folder));
  }

  /**
   * Opens an existing run for reading.
   *
   * @param folder of the run
   * @return not locked
   * @throws InputException if there is no run in it
   */
  public static RunDirectory open(Path folder) throws InputException {
    requireRun(folder);
    return new RunDirectory(folder, null);
  }

  /**
   * Tells whether a folder is a run's.
   *
   * @param folder any path
   * @return whether it has a run's configuration
   */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }

  private static void requireRun(Path folder) throws InputException {
    if (!isRun(folder)) {
      throw new InputException(
          "The run directory " + folder,
          "the folder that `recycle train --out` made",
          Files.exists(folder) ? "no " + CONFIG + " in it" : "nothing of that name",
          "Check the path.");
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: as good as held by another.
    }
    if (lock == null) {
      channel.close();
      throw new InputException(
          "The run directory " + folder,
          "no other training in it",
          "one that is running now",
          "Wait for it or stop it, or choose another --out.");
    }
    return channel;
  }

  /**
   * Reads the configuration that the run was started with.
   *
   * @return the saved configuration
   * @throws InputException if it is not readable by this version
   * @throws IOException if reading fails
   */
  public TrainingConfig config() throws IOException {
    return read(CONFIG, SavedConfig::read);
  }

  /**
   * Reads where the run comes from.
   *
   * @return as saved when it began
   * @throws InputException if it is not readable by this version
   * @throws IOException if reading fails
   */
  public Provenance provenance() throws IOException {
    return read(PROVENANCE, text -> Json.read(text, Provenance.class));
  }

  /** Reads a text that was saved as JSON. */
  private interface Parser<T> {
    T parse(String text) throws JsonProcessingException;
  }

  private <T> T read(String name, Parser<T> parser) throws IOException {
    Path file = folder.resolve(name);
    try {
      return parser.parse(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "The file " + file,
          "one that this version understands",
          e.getOriginalMessage(),
          "Restore the file, or use the version of this tool that wrote it.",
          e);
    }
  }

  /**
   * Makes the folder a run's: from now on it can be resumed.
   *
   * @param config of the run
   * @param provenance of the run
   * @throws IOException if writing fails
   */
  public void begin(TrainingConfig config, Provenance provenance) throws IOException {
    AtomicFiles.write(folder.resolve(PROVENANCE), Json.pretty(provenance));
    AtomicFiles.write(folder.resolve(CONFIG), Json.pretty(config));
  }

  /** Returns where the checkpoint of a step is or will be. */
  Path checkpoint(long step) {
    return folder
        .resolve("checkpoints")
        .resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
  }

  /**
   * Returns the steps of which there are checkpoints.
   *
   * @return ascending
   * @throws IOException if the folder cannot be read
   */
  public List<Long> checkpointSteps() throws IOException {
    List<Long> steps = new ArrayList<>();
    Path checkpoints = folder.resolve("checkpoints");
    if (Files.isDirectory(checkpoints)) {
      try (Stream<Path> files = Files.list(checkpoints)) {
        for (Path file : files.toList()) {
          Matcher matcher = CHECKPOINT.matcher(file.getFileName().toString());
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
  public Path findCheckpoint(String which) throws IOException {
    List<Long> steps = checkpointSteps();
    if (which.equals("latest") && !steps.isEmpty()) {
      return checkpoint(steps.get(steps.size() - 1));
    }
    if (which.equals(BEST) && Files.isRegularFile(best())) {
      return best();
    }
    for (long step : steps) {
      if (which.equals(Long.toString(step))) {
        return checkpoint(step);
      }
    }
    throw new InputException(
        "Checkpoint " + which + " of run " + folder,
        (Files.isRegularFile(best()) ? "`best`, `latest`" : "`latest`") + " or one of " + steps,
        steps.isEmpty() ? "no checkpoint at all" : which,
        steps.isEmpty()
            ? "Train longer: the first one is yet to be saved."
            : "Choose one of them.");
  }

  private Path best() {
    return folder.resolve("checkpoints").resolve(BEST + ".safetensors");
  }

  /** Keeps a copy of a checkpoint that is never removed as too old. */
  void keepAsBest(Path checkpoint) throws IOException {
    AtomicFiles.write(best(), file -> Files.copy(checkpoint, file));
  }

  /** Removes all but the last checkpoints. */
  void keepCheckpoints(int count) throws IOException {
    List<Long> steps = checkpointSteps();
    for (long step : steps.subList(0, Math.max(0, steps.size() - count))) {
      Files.deleteIfExists(checkpoint(step));
    }
  }

  /** Returns where the frames of a domain are kept. */
  Path frames(String domain) {
    return folder.resolve("frames").resolve(domain + ".frames");
  }

  Path sample(long step) {
    return folder.resolve("samples").resolve(String.format(Locale.ROOT, "step-%06d.png", step));
  }

  /** Returns the file of statistics. */
  StatsFile stats() {
    return new StatsFile(folder.resolve("stats.jsonl"));
  }

  /**
   * Appends a line to log.txt, with the time.
   *
   * @param text what happened
   * @throws IOException if writing fails
   */
  public void log(String text) throws IOException {
    append("log.txt", Instant.now() + " " + text);
  }

  private void append(String name, String line) throws IOException {
    Files.writeString(
        folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Returns the folder itself.
   *
   * @return as it was given
   */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    if (lockFile != null) {
      lockFile.close();
    }
  }
}
