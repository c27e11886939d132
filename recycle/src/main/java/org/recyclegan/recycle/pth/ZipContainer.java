package org.recyclegan.recycle.pth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The format of PyTorch 1.6 and newer: a zip of {@code <name>/data.pkl} and one entry a storage,
 * {@code <name>/data/<key>}, all uncompressed.
 */
final class ZipContainer implements Container {

  private static final String PICKLE = "/data.pkl";

  private final ZipFile zip;
  private final long length;
  private final String prefix;
  private final Object contents;

  ZipContainer(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    length = Files.size(file);
    try {
      prefix = prefix();
      if (zip.getEntry(prefix + "/constants.pkl") != null) {
        throw new RefusedException("a TorchScript module");
      }
      byte[] order = optional(prefix + "/byteorder");
      if (order != null && !new String(order, StandardCharsets.US_ASCII).strip().equals("little")) {
        throw new RefusedException("big-endian values");
      }
      byte[] pickle = small(prefix + PICKLE);
      contents =
          Objects.requireNonNullElse(
              new ClosedUnpickler(storage -> {}).read(new ByteArrayInputStream(pickle)), "None");
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private String prefix() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(PICKLE))
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .findFirst()
        .orElseThrow(() -> new RefusedException("a zip without data.pkl"));
  }

  private byte @Nullable [] optional(String name) throws IOException {
    return zip.getEntry(name) == null ? null : small(name);
  }

  private byte[] small(String name) throws IOException {
    ZipEntry entry = stored(name);
    if (entry.getSize() > LARGEST_PICKLE) {
      throw new RefusedException("entry " + name + " of " + entry.getSize() + " bytes");
    }
    return read(entry, 0, (int) entry.getSize());
  }

  /** Uncompressed only, as PyTorch writes: so no entry is larger than the file. */
  private ZipEntry stored(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new RefusedException("no entry " + name);
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > length) {
      throw new RefusedException(
          "entry " + name + " compressed or of " + entry.getSize() + " bytes");
    }
    return entry;
  }

  /** Reads a part, and all the rest for the checksum: the zip reader itself does not check it. */
  private byte[] read(ZipEntry entry, long from, int length) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      in.skipNBytes(from);
      byte[] bytes = in.readNBytes(length);
      in.transferTo(OutputStream.nullOutputStream());
      if (bytes.length != length || in.getChecksum().getValue() != entry.getCrc()) {
        throw new RefusedException(
            "entry " + entry.getName() + " damaged: it does not have its checksum");
      }
      return bytes;
    }
  }

  @Override
  public Object contents() {
    return contents;
  }

  @Override
  public ByteBuffer read(StorageReference storage, long from, int elements) throws IOException {
    ZipEntry entry = stored(prefix + "/data/" + storage.key());
    if (entry.getSize() != storage.bytes()) {
      throw new RefusedException(
          "storage "
              + storage.key()
              + " of "
              + entry.getSize()
              + " bytes where the pickle says "
              + storage.bytes());
    }
    int size = storage.type().bytes();
    return ByteBuffer.wrap(read(entry, from * size, elements * size))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
