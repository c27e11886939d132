package org.recyclegan.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The last step of every output: to the disk, then to its final name, for good. */
final class LastStep {

  private LastStep() {}

  /** Gives a complete file its final name; an older one is replaced in one go. */
  static void file(Path part, Path target) throws IOException {
    force(part);
    move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives a complete folder, whose files are on the disk, a final name that is not in use. */
  static void folder(Path part, Path target) throws IOException {
    move(part, target);
  }

  /** Brings a file's contents to the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path part, Path target, StandardCopyOption... otherwise)
      throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network file systems; the window is then as short as they allow.
      Files.move(part, target, otherwise);
    }
    forceFolder(target.resolveSibling(""));
  }

  /** A rename survives a power cut only once its folder is on the disk; not every system can. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open a folder; the file itself is on the disk already.
    }
  }
}
