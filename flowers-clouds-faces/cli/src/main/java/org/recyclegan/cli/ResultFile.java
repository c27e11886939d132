package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.video.InputException;

/**
 * A file of results that an option asks for.
 *
 * @param option that names it, such as {@code --json}
 * @param path where it goes
 */
record ResultFile(String option, Path path) {

  /** What stands for standard output. */
  static final String STANDARD_OUTPUT = OutputGuard.STANDARD_OUTPUT;

  boolean isStandardOutput() {
    return path.toString().equals(STANDARD_OUTPUT);
  }

  /**
   * Makes sure, before the work begins, that its result will have a place.
   *
   * @throws InputException if there is a file already and it may not be replaced, or no folder
   */
  void check(boolean force) throws InputException {
    if (isStandardOutput()) {
      return;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(
          option + " " + path, "a file in an existing folder", "no such folder", "Make it first.");
    }
    if (Files.isDirectory(path)) {
      throw new InputException(option + " " + path, "a file", "a folder", "Name a file in it.");
    }
    if (Files.exists(path) && !force) {
      throw new InputException(
          option + " " + path,
          "a new file",
          "one that exists",
          "Give another name, or --force to replace it.");
    }
  }

  /** Writes it, whole or not at all. */
  void write(String text) throws IOException {
    WholeFile.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
