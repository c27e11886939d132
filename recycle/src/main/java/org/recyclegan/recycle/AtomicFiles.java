package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are either whole or not there: written beside their place, forced to the disk,
 * renamed.
 */
final class AtomicFiles {

  /** What writes the contents. */
  interface Body {
    /** Writes the file. */
    void writeTo(Path file) throws IOException;
  }

  private AtomicFiles() {}

  /** Replaces a file in one go; after a failure the old one, if any, is still there. */
  static void write(Path target, Body body) throws IOException {
    Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      body.writeTo(temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      forceFolder(folder);
    }
  }

  /** As {@link #write(Path, Body)} for a text. */
  static void write(Path target, String text) throws IOException {
    write(target, file -> Files.writeString(file, text));
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
