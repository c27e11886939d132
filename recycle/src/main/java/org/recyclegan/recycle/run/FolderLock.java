package org.recyclegan.recycle.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;

/**
 * Keeps a second process out of a folder. The system gives the lock back when a process ends,
 * however it ends, so a crash leaves none behind; only the empty file {@code .lock} stays.
 */
public final class FolderLock implements AutoCloseable {

  /** The file that is locked. */
  static final String FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @param folder that exists
   * @param what the folder is, for the message: for example {@code run directory}
   * @return locked until closed
   * @throws InputException if it is already locked, by this process or another one
   * @throws IOException if the folder cannot be written to
   */
  public static FolderLock of(Path folder, String what) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: as good as held by another.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      throw new InputException(
          "The " + what + " " + folder,
          "no other process that works in it",
          "one that is running now",
          "Wait for it or stop it, or choose another `out`.");
    }
    return new FolderLock(channel);
  }

  /**
   * Returns whether a path is the file that such locks are of.
   *
   * @param path of anything
   * @return whether its name says so
   */
  public static boolean isOne(Path path) {
    return path.endsWith(FILE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
