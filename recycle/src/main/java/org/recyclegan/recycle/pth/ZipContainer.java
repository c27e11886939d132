package org.recyclegan.recycle.pth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
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
  private final String prefix;
  private final Object contents;

  ZipContainer(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    try {
      prefix = prefix();
      if (zip.getEntry(prefix + "/constants.pkl") != null) {
        throw new RefusedException("a TorchScript module");
      }
      byte[] order = optional(prefix + "/byteorder");
      if (order != null && !new String(order, StandardCharsets.US_ASCII).strip().equals("little")) {
        throw new RefusedException("big-endian values");
      }
      byte[] pickle = entry(prefix + PICKLE, LARGEST_PICKLE);
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
    return zip.getEntry(name) == null ? null : entry(name, LARGEST_PICKLE);
  }

  /** Uncompressed only: so the file's own size bounds what is allocated. */
  private byte[] entry(String name, long largest) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new RefusedException("no entry " + name);
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > largest) {
      throw new RefusedException(
          "entry " + name + " compressed or of " + entry.getSize() + " bytes");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Override
  public Object contents() {
    return contents;
  }

  @Override
  public ByteBuffer read(StorageReference storage) throws IOException {
    byte[] bytes = entry(prefix + "/data/" + storage.key(), storage.bytes());
    if (bytes.length != storage.bytes()) {
      throw new RefusedException(
          "storage "
              + storage.key()
              + " of "
              + bytes.length
              + " bytes where the pickle says "
              + storage.bytes());
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
