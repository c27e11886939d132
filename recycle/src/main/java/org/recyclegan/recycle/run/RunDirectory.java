package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.files.WholeLine;
import org.recyclegan.json.Json;
import org.recyclegan.json.JsonFault;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.video.InputException;

/**
 * The folder of a run: {@code config.json}, {@code provenance.json}, {@code log.txt}, {@code
 * stats.jsonl}, {@code samples/}, {@code frames/} and {@code checkpoints/step-000300.safetensors}
 * and so on. While it is held open for training, a second process is refused; a crash leaves no
 * lock behind.
 */
public final class RunDirectory implements AutoCloseable {

  private static final String CONFIG = "config.json";
  private static final String PROVENANCE = "provenance.json";
  private static final String LOG = "log.txt";
  private static final String STATISTICS = "stats.jsonl";
  private static final List<String> PARTS = List.of(CheckpointFolder.NAME, "samples", "frames");

  /** The last two are the page that shows how training goes. */
  private static final Set<String> FILES =
      Set.of(CONFIG, PROVENANCE, LOG, STATISTICS, FolderLock.FILE, "report.html", "report.json");

  private final Path folder;
  private final @Nullable FolderLock lock;

  private RunDirectory(Path folder, @Nullable FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Creates the folder of a new run and locks it. What a process left that was killed before the
   * run had begun is cleared away.
   *
   * @param folder must not exist, or be empty
   * @return locked until closed
   * @throws InputException if there is something in the folder already
   * @throws IOException if it cannot be created
   */
  public static RunDirectory create(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(
          "The run directory " + folder, "a folder", "a file", "Choose another `out`.");
    }
    if (Files.isDirectory(folder)) {
      if (!isUnused(folder)) {
        throw new InputException(
            "The run directory " + folder,
            "a new or empty folder",
            Files.exists(folder.resolve(CONFIG)) ? "an earlier run" : "other files",
            "Choose another `out`, or continue this run with `resume`.");
      }
    }
    Files.createDirectories(folder);
    RunDirectory directory = locked(folder);
    for (String part : PARTS) {
      Files.createDirectories(folder.resolve(part));
    }
    return directory;
  }

  /** Locks a folder, then deletes the partial files that a killed process left. */
  private static RunDirectory locked(Path folder) throws IOException {
    FolderLock lock = FolderLock.of(folder, "run directory");
    try {
      WholeFile.removeUnfinished(folder);
      for (String part : PARTS) {
        WholeFile.removeUnfinished(folder.resolve(part));
      }
      return new RunDirectory(folder, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
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
    return locked(folder);
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
   * Returns whether a folder is a run's.
   *
   * @param folder any path
   * @return whether it has a run's configuration
   */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }

  /**
   * Finds the run that a path is a part of: the run's own folder, or a file that this project keeps
   * in it. What others put into a run's folder is no part of it.
   *
   * @param path absolute, existing or not
   */
  static Optional<Path> runOf(Path path) {
    if (isWholeRun(path)) {
      return Optional.of(path);
    }
    Path parent = path.getParent();
    Path grandparent = parent == null ? null : parent.getParent();
    if (parent == null) {
      return Optional.empty();
    }
    String name = String.valueOf(path.getFileName());
    if (isWholeRun(parent) && (FILES.contains(name) || PARTS.contains(name))) {
      return Optional.of(parent);
    }
    return grandparent != null
            && isWholeRun(grandparent)
            && PARTS.contains(String.valueOf(parent.getFileName()))
        ? Optional.of(grandparent)
        : Optional.empty();
  }

  /** Other programs have files named config.json, too. */
  private static boolean isWholeRun(Path folder) {
    return isRun(folder) && Files.isDirectory(folder.resolve(CheckpointFolder.NAME));
  }

  private static void requireRun(Path folder) throws InputException {
    if (!isRun(folder)) {
      throw new InputException(
          "The run directory " + folder,
          "the folder that a training made",
          Files.exists(folder) ? "no " + CONFIG + " in it" : "nothing of that name",
          "Check the path.");
    }
  }

  /**
   * Reads the configuration that the run was started with.
   *
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
    return read(PROVENANCE, Provenance::read);
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
      throw unusable(file, JsonFault.of(e), e);
    } catch (CharacterCodingException e) {
      throw unusable(file, "bytes that are no UTF-8 text", e);
    } catch (NoSuchFileException e) {
      throw unusable(file, "nothing of that name", e);
    }
  }

  private static InputException unusable(Path file, String found, IOException cause) {
    return new InputException(
        "The file " + file,
        "a file that this version can read",
        found,
        "Restore the file, or use the version of this tool that wrote it.",
        cause);
  }

  /**
   * Makes the folder a run's: from now on it can be resumed.
   *
   * @param config of the run
   * @param provenance of the run
   * @throws IOException if writing fails
   */
  public void begin(TrainingConfig config, Provenance provenance) throws IOException {
    WholeFile.write(folder.resolve(PROVENANCE), bytes(provenance));
    WholeFile.write(folder.resolve(CONFIG), bytes(config));
  }

  /**
   * Gives the run a longer budget, for this training and all that go on with it.
   *
   * @param budget that replaces the one it has
   * @param step that is done now
   * @param schedule what becomes of the learning rate, in words
   * @throws IOException if reading or writing fails
   */
  public void extend(Budget budget, long step, String schedule) throws IOException {
    TrainingConfig before = config();
    Provenance.Extension extension =
        new Provenance.Extension(step, before.budget(), budget, schedule);
    // Provenance first: an extension without a record would be worse than the reverse.
    WholeFile.write(folder.resolve(PROVENANCE), bytes(provenance().extended(extension)));
    WholeFile.write(folder.resolve(CONFIG), bytes(before.withBudget(budget)));
    log(
        "extended at step "
            + step
            + " from "
            + before.budget().words()
            + " to "
            + budget.words()
            + ". "
            + schedule);
  }

  private static byte[] bytes(Object value) {
    return (Json.RECORDS.text(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the run's checkpoints.
   *
   * @return as they are on disk whenever it is asked
   */
  public CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder);
  }

  /** Returns where the frames of a domain are kept. */
  public Path frames(String domain) {
    return folder.resolve("frames").resolve(domain + ".frames");
  }

  public Path sample(long step) {
    return folder.resolve("samples").resolve(String.format(Locale.ROOT, "step-%06d.png", step));
  }

  /** Returns the file of statistics. */
  public StatsFile stats() {
    return new StatsFile(folder.resolve(STATISTICS));
  }

  /**
   * Appends a line to log.txt, with the time.
   *
   * @param text what happened
   * @throws IOException if writing fails
   */
  public void log(String text) throws IOException {
    WholeLine.append(folder.resolve(LOG), Instant.now() + " " + text);
  }

  /**
   * Removes a run that never began to learn, so that its name is free again.
   *
   * @throws IOException if something cannot be removed
   */
  public void discard() throws IOException {
    close();
    for (String part : PARTS) {
      removeFiles(folder.resolve(part));
      Files.deleteIfExists(folder.resolve(part));
    }
    for (String file : List.of(CONFIG, PROVENANCE, LOG, FolderLock.FILE)) {
      Files.deleteIfExists(folder.resolve(file));
    }
    if (isEmpty(folder)) {
      Files.delete(folder);
    }
  }

  private static void removeFiles(Path part) throws IOException {
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Whether nothing is in a folder but what {@link #create} makes before a run begins. */
  private static boolean isUnused(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      for (Path entry : content.toList()) {
        String name = String.valueOf(entry.getFileName());
        boolean ours =
            Files.isDirectory(entry)
                ? PARTS.contains(name) && isEmpty(entry)
                : name.equals(PROVENANCE)
                    || FolderLock.isOne(entry)
                    || WholeFile.isUnfinished(entry);
        if (!ours) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /** Returns the folder itself. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
