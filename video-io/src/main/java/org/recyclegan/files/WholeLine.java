package org.recyclegan.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines appended to a file that grows: a log, statistics. Each is there whole, or not at all. */
public final class WholeLine {

  private WholeLine() {}

  /**
   * Appends a line. Where the disk takes only a part of it, that part is cut off again.
   *
   * @param file made if it is not there
   * @param line without its end
   * @throws IOException if the line cannot be written; names the file
   */
  public static void append(Path file, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        cutOff(channel, end, e);
        throw e;
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // The system's own words name no file: "No space left on device".
      throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void cutOff(FileChannel channel, long end, IOException cause) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
