package org.recyclegan.video.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/**
 * The last bytes of a frame store. The file is: pixels of all frames, index, footer. The footer is
 * written last, so a file that lacks it was never completed.
 *
 * @param pixelBytes length of the first part
 * @param indexBytes length of the second part
 * @param pixelCrc CRC-32C of the first part
 * @param indexCrc CRC-32C of the second part
 */
record StoreFooter(long pixelBytes, int indexBytes, int pixelCrc, int indexCrc) {

  private static final long MAGIC = 0x7265_6379_636c_6546L; // "recycleF"
  private static final int VERSION = 1;
  private static final int BYTES = 2 * Long.BYTES + 4 * Integer.BYTES;

  ByteBuffer toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(pixelBytes)
        .putInt(indexBytes)
        .putInt(pixelCrc)
        .putInt(indexCrc)
        .putInt(VERSION)
        .putLong(MAGIC)
        .flip();
  }

  /**
   * Reads the footer of a file and checks that the lengths it states are the file's.
   *
   * @throws InputException if the file is no complete store of this version
   */
  static StoreFooter read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < BYTES) {
      throw unusable(file, "a file of " + size + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    StoreFile.readFully(channel, bytes, size - BYTES);
    bytes.flip();
    StoreFooter footer =
        new StoreFooter(bytes.getLong(), bytes.getInt(), bytes.getInt(), bytes.getInt());
    int version = bytes.getInt();
    if (bytes.getLong() != MAGIC) {
      throw unusable(file, "a file that is none or was cut off");
    }
    if (version != VERSION) {
      throw unusable(file, "version " + version + " instead of " + VERSION);
    }
    long rest = size - BYTES - footer.indexBytes;
    if (footer.indexBytes < 0 || footer.pixelBytes != rest) {
      throw unusable(file, size + " bytes that do not add up");
    }
    return footer;
  }

  static InputException unusable(Path file, String found) {
    return new InputException(
        file.toString(),
        "a complete frame store",
        found,
        "Delete it and build it again from the videos.");
  }
}
