package org.recyclegan.eval.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its final name and then renames it, so that no reader sees a part of it. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param file to write, replaced if there; its folder must exist
   * @param bytes all of its contents
   * @throws IOException if writing or renaming fails; nothing is left behind then
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + ": a folder cannot be written as a file");
    }
    // Not createTempFile: that would keep the file from everyone but its owner.
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      rename(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void rename(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network file systems; the window is then as short as they allow.
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
