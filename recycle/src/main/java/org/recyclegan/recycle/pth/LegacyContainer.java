package org.recyclegan.recycle.pth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The format before PyTorch 1.6: pickles of a magic number, a version, facts about the machine, the
 * contents and the storages' keys in order; then each storage, as its number of elements (8 bytes)
 * and its values.
 */
final class LegacyContainer implements Container {

  private static final String MAGIC = "119547037146038801333356";
  private static final String VERSION = "1001";

  private final FileChannel channel;
  private final Object contents;

  /** The positions of the storages' element counts, by key. */
  private final Map<String, Long> positions = new HashMap<>();

  LegacyContainer(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      int headLength = (int) Math.min(channel.size(), LARGEST_PICKLE);
      byte[] head = new byte[headLength];
      read(0, headLength).get(head);
      ByteArrayInputStream in = new ByteArrayInputStream(head);
      // Only the pickle knows the sizes of the storages' elements.
      Map<String, StorageReference> storages = new HashMap<>();
      ClosedUnpickler unpickler = new ClosedUnpickler(s -> storages.put(s.key(), s));
      if (!ClosedUnpickler.describe(next(unpickler, in)).equals(MAGIC)
          || !ClosedUnpickler.describe(next(unpickler, in)).equals(VERSION)) {
        throw new RefusedException("another magic number or version than " + VERSION);
      }
      if (!(next(unpickler, in) instanceof Map<?, ?> machine)
          || !Objects.equals(machine.get("little_endian"), true)) {
        throw new RefusedException("big-endian values");
      }
      contents = next(unpickler, in);
      locate((List<?>) next(unpickler, in), storages, headLength - in.available());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static Object next(ClosedUnpickler unpickler, ByteArrayInputStream in) {
    return Objects.requireNonNullElse(unpickler.read(in), "None");
  }

  private void locate(List<?> keys, Map<String, StorageReference> storages, long start)
      throws IOException {
    long position = start;
    for (Object key : keys) {
      @Nullable StorageReference storage = storages.get((String) key);
      if (storage == null) {
        throw new RefusedException("a storage " + key + " that no tensor uses");
      }
      positions.put(storage.key(), position);
      position += Long.BYTES + storage.bytes();
      if (position < 0 || position > channel.size()) {
        throw new RefusedException(
            channel.size() + " bytes where storage " + key + " ends at " + position);
      }
    }
  }

  @Override
  public Object contents() {
    return contents;
  }

  @Override
  public ByteBuffer read(StorageReference storage, long from, int elements) throws IOException {
    @Nullable Long position = positions.get(storage.key());
    if (position == null) {
      throw new RefusedException("no storage " + storage.key());
    }
    long found = read(position, Long.BYTES).getLong();
    if (found != storage.elements()) {
      throw new RefusedException(
          "storage "
              + storage.key()
              + " of "
              + found
              + " elements where the pickle says "
              + storage.elements());
    }
    int size = storage.type().bytes();
    return read(position + Long.BYTES + from * size, elements * size);
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new RefusedException("the end of the file at " + channel.size() + " bytes");
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
