package org.recyclegan.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is as small as is wanted: Linux's tmpfs, which root may mount. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts it.
   *
   * @param folder made where missing
   * @param bytes that it holds
   * @throws IOException if that is not allowed here
   */
  static SmallDisk mount(Path folder, long bytes) throws IOException {
    Files.createDirectories(folder);
    call("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Returns how much of it is used. */
  long used() throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  /** Changes its size, to no less than the space in use. */
  void resize(long bytes) throws IOException {
    call("mount", "-o", "remount,size=" + bytes, folder.toString());
  }

  private static void call(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(
            String.join(" ", command) + ": " + said.strip() + " (mounting takes root)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SoakException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    // A frame store that was read stays mapped until it is collected: the disk would be busy.
    call("umount", "--lazy", folder.toString());
  }
}
