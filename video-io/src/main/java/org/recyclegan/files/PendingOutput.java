package org.recyclegan.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/**
 * An output under a temporary name, hidden and beside its final one, so that the last step is a
 * rename within a file system.
 */
public interface PendingOutput extends Closeable {

  /** Returns where to write. */
  Path path();

  /** Brings everything to the disk and gives it the final name. */
  void commit() throws IOException;

  /** Removes what is there under the temporary name; nothing after a commit. */
  @Override
  void close() throws IOException;

  /**
   * Checks that the folder of an output exists.
   *
   * @throws InputException if it does not
   */
  static void requireParent(Path target) throws InputException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new InputException(
          target + ": the folder to write to is missing",
          "an existing folder",
          parent == null
              ? "none"
              : Files.exists(parent) ? "a file " + parent : "nothing at " + parent,
          "Create it first, or choose another output.");
    }
  }

  /** Creates a file or a folder. */
  interface Creation {
    Path create(Path path) throws IOException;
  }

  /**
   * Creates what is written to, under a temporary name beside an output.
   *
   * @throws IOException if that cannot be; it names the output
   */
  static Path create(Path target, Creation creation) throws IOException {
    Path temporary = TemporaryName.beside(target.toAbsolutePath());
    try {
      return creation.create(temporary);
    } catch (FileSystemException e) {
      throw FinalName.of(target, temporary, e);
    }
  }

  /** Returns the refusal to replace what exists. */
  static InputException exists(Path target, String found) {
    return new InputException(
        target + ": the output exists already",
        "a name that is not in use",
        found,
        "Choose another output, or overwrite it with `force`.");
  }
}
