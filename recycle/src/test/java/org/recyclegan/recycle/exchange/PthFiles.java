package org.recyclegan.recycle.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes bad files out of those that PyTorch wrote. */
public final class PthFiles {

  private PthFiles() {}

  /**
   * Writes a zip-format file again.
   *
   * @param change from an entry's name, without the folder, and its contents to other contents
   */
  public static void rewrite(Path from, Path to, BiFunction<String, byte[], byte[]> change)
      throws IOException {
    try (ZipFile source = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : source.stream().toList()) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        try (InputStream in = source.getInputStream(entry)) {
          put(out, entry.getName(), change.apply(name, in.readAllBytes()));
        }
      }
    }
  }

  /** Writes a zip-format file of a pickle without any storage. */
  public static void write(Path to, byte[] pickle) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      put(out, "archive/data.pkl", pickle);
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /** A pickle in which a name is another one. */
  public static byte[] renamed(byte[] pickle, String from, String to) {
    String text = new String(pickle, StandardCharsets.ISO_8859_1);
    return text.replace(string(from), string(to)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The instruction that puts a string on the pickle machine's stack. */
  public static String string(String text) {
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length()).array();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write('X');
    bytes.writeBytes(length);
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
