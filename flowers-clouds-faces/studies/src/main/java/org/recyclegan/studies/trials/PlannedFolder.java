package org.recyclegan.studies.trials;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.run.FolderLock;
import org.recyclegan.video.InputException;

/**
 * The folder of a long command that can continue after an interruption. A file in it records the
 * plan: a command with another plan is refused, and so is a second process.
 */
public final class PlannedFolder {

  /** In JSON, or in the text of a record. */
  private static final Pattern PRECISION =
      Pattern.compile("\\bprecision\\W+(\\w+)", Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final String what;
  private final Path plan;

  /**
   * Names a folder; nothing is touched yet.
   *
   * @param what it holds, for messages: for example {@code study}
   * @param plan name of the file with the plan
   */
  public PlannedFolder(Path folder, String what, String plan) {
    this.folder = folder;
    this.what = what;
    this.plan = folder.resolve(plan);
  }

  /** Two values of one part of a plan. */
  private record Change(String name, String before, String now) {}

  /**
   * Finds the precision in a plan. Without one it depends on the machine, and the choice of another
   * machine is not a change by the user.
   *
   * @param plan that may not exist
   */
  public static Optional<Precision> precision(Path plan) throws IOException {
    if (!Files.isRegularFile(plan)) {
      return Optional.empty();
    }
    Matcher found = PRECISION.matcher(Files.readString(plan));
    if (found.find()) {
      for (Precision precision : Precision.values()) {
        if (precision.toString().equalsIgnoreCase(found.group(1))) {
          return Optional.of(precision);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns whether there is a plan to continue. */
  public boolean isBegun() {
    return Files.exists(plan);
  }

  /**
   * Refuses to work among the user's files.
   *
   * @throws InputException if the folder is neither new nor empty nor has a plan
   */
  public void requireUsable() throws IOException {
    if (!Files.exists(folder) || isBegun()) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        // What is left when a command was killed before it had begun is no obstacle.
        if (content.allMatch(entry -> FolderLock.isOne(entry) || WholeFile.isUnfinished(entry))) {
          return;
        }
      }
    }
    throw new InputException(
        "`out` " + folder,
        "a new or empty folder, or a " + what + " to go on with",
        "other files",
        "Choose another `out`.");
  }

  /**
   * Creates the folder if it is missing, and locks it against other processes.
   *
   * @return locked until closed
   * @throws InputException if another process works in it
   */
  public FolderLock lock() throws IOException {
    Files.createDirectories(folder);
    return FolderLock.of(folder, what);
  }

  /**
   * Starts in a new folder, or continues the plan in it.
   *
   * @param now what must not change, any value that has a JSON form
   * @return whether there was a plan to continue
   * @throws InputException if that was another plan
   */
  public boolean begin(Object now) throws IOException {
    String text = Json.RESULTS.text(now);
    if (isBegun()) {
      requireSame(
          Json.RESULTS.read(plan, JsonNode.class), Json.RESULTS.parse(text, JsonNode.class));
      return true;
    }
    WholeFile.write(plan, text.getBytes(StandardCharsets.UTF_8));
    return false;
  }

  private void requireSame(JsonNode begun, JsonNode now) throws InputException {
    Optional<Change> change = change("", begun, now);
    if (change.isPresent()) {
      throw new InputException(
          "Going on with " + folder + " with " + change.get().name() + " changed",
          change.get().before(),
          change.get().now(),
          "Repeat it as it was begun, or begin another `out`.");
    }
  }

  private static Optional<Change> change(String name, JsonNode before, JsonNode now) {
    if (!before.isObject() || !now.isObject()) {
      return before.equals(now)
          ? Optional.empty()
          : Optional.of(new Change(name, said(before), said(now)));
    }
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .flatMap(
            part ->
                change(name.isEmpty() ? part : name + "." + part, before.path(part), now.path(part))
                    .stream())
        .findFirst();
  }

  private static String said(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.isTextual() ? value.asText() : "" + value;
  }
}
