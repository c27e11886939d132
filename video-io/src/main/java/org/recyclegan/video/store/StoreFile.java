package org.recyclegan.video.store;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.recyclegan.files.PendingFile;
import org.recyclegan.video.InputException;

/** A frame store being written, under a temporary name beside the final one. */
final class StoreFile implements Closeable {

  private final PendingFile pending;
  private final long maxBytes;
  private final FileChannel channel;
  private final CRC32C pixelCrc = new CRC32C();
  private long pixelBytes;

  StoreFile(Path file, long maxBytes) throws IOException {
    this.maxBytes = maxBytes;
    pending = new PendingFile(file, /* overwrite= */ true);
    try {
      channel = FileChannel.open(pending.path(), WRITE);
    } catch (IOException e) {
      pending.close();
      throw e;
    }
  }

  /**
   * Appends a frame.
   *
   * @throws InputException if the store would become larger than it may
   */
  void append(byte[] rgb) throws IOException {
    if (pixelBytes + rgb.length > maxBytes) {
      throw new InputException(
          "The training frames do not fit",
          "at most " + maxBytes + " bytes",
          "more",
          "Use smaller frames, fewer or shorter videos, or allow more bytes.");
    }
    writeFully(ByteBuffer.wrap(rgb));
    pixelCrc.update(rgb);
    pixelBytes += rgb.length;
  }

  /** Returns where the next frame will begin. */
  long pixelBytes() {
    return pixelBytes;
  }

  /** Writes the index and gives the file its name, in place of what had it before. */
  void commit(StoreIndex index) throws IOException {
    byte[] indexBytes = index.toBytes();
    CRC32C indexCrc = new CRC32C();
    indexCrc.update(indexBytes);
    writeFully(ByteBuffer.wrap(indexBytes));
    StoreFooter footer =
        new StoreFooter(
            pixelBytes, indexBytes.length, (int) pixelCrc.getValue(), (int) indexCrc.getValue());
    writeFully(footer.toBytes());
    channel.close();
    pending.commit();
  }

  /** Removes what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    pending.close();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new EOFException("The file ends at byte " + at);
      }
      at += read;
    }
  }
}
