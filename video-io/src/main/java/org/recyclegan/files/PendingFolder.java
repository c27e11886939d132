package org.recyclegan.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/**
 * A folder of pictures that gets its name when it is complete. An older one is replaced only if it
 * holds nothing but what its writer writes: the user's files are never deleted.
 */
public final class PendingFolder implements PendingOutput {

  private final Path target;
  private final boolean overwrite;
  private final Filter<Path> ours;
  private final Path temporary;

  /**
   * Creates a folder under a temporary name, and clears away what a killed process left of this
   * output.
   *
   * @param target the folder's final name
   * @param overwrite whether a folder of that name may be replaced
   * @param ours tells the files that its writer writes; only those are ever deleted
   * @throws InputException if the output exists and must not be replaced, or its parent is missing
   */
  public PendingFolder(Path target, boolean overwrite, Filter<Path> ours) throws IOException {
    this.target = target.toAbsolutePath();
    this.overwrite = overwrite;
    this.ours = ours;
    PendingOutput.requireParent(this.target);
    SidecarName.requireUsable(this.target);
    requireReplaceable();
    TemporaryName.removeAbandoned(this.target, this::delete);
    temporary = PendingOutput.create(target, Files::createDirectory);
  }

  private void requireReplaceable() throws IOException {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new InputException(
          target + ": a file is in the way of a folder of pictures",
          "a folder or nothing",
          "a file of that name",
          "Choose another output, or give it an extension such as .mp4.");
    }
    if (!Files.isDirectory(target)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
      for (Path entry : entries) {
        if (!overwrite) {
          throw PendingOutput.exists(target, "a folder that is not empty");
        }
        if (!ours.accept(entry)) {
          throw new InputException(
              target + ": the folder cannot be replaced",
              "nothing but pictures written by this program",
              String.valueOf(entry.getFileName()),
              "Choose another output, or move that file away.");
        }
      }
    }
  }

  @Override
  public Path path() {
    return temporary;
  }

  @Override
  public void commit() throws IOException {
    flush();
    requireReplaceable();
    if (!Files.exists(target)) {
      LastStep.folder(temporary, target);
      return;
    }
    // No file system exchanges two folders in one step from Java: the old one steps aside first.
    // Not a name that would be cleared away: if we are killed in between, it is all there is.
    Path old = temporary.resolveSibling(temporary.getFileName() + ".old");
    LastStep.folder(target, old);
    try {
      LastStep.folder(temporary, target);
    } catch (IOException e) {
      LastStep.folder(old, target);
      throw e;
    }
    delete(old);
  }

  private void flush() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(temporary)) {
      for (Path entry : entries) {
        LastStep.force(entry);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.isDirectory(temporary)) {
      delete(temporary);
    }
  }

  /** Deletes our own files and then the folder, which fails if there is anything else in it. */
  private void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ours)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
  }
}
