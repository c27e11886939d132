package org.recyclegan.recycle.nn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive for a module without attributes: a zip that holds the source text
 * and a pickle of some forty bytes. That is all libtorch needs to compile any of its operations,
 * those included that DJL's API lacks (transposed convolution, instance normalisation, reflection
 * padding).
 */
public final class ScriptArchive {

  /** Version 3 of the format: the oldest that libtorch 2 reads without conversions. */
  public static final String FORMAT_VERSION = "3\n";

  private static final String CLASS_HEADER =
      """
      class M(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
      """;

  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  private ScriptArchive() {}

  /** Pickle protocol 2 of (). */
  public static byte[] emptyTuple() {
    return EMPTY_TUPLE.clone();
  }

  /**
   * Writes the archive.
   *
   * @param out where to; not closed
   * @param methods method definitions in the serialised form of TorchScript, indented by two
   *     blanks, with {@code self: __torch__.M} as their first parameter
   * @throws IOException if writing fails
   */
  static void write(OutputStream out, String methods) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    put(zip, "ops/data.pkl", modulePickle());
    put(zip, "ops/code/__torch__.py", (CLASS_HEADER + methods).getBytes(StandardCharsets.US_ASCII));
    put(zip, "ops/constants.pkl", EMPTY_TUPLE);
    put(zip, "ops/version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  /**
   * Pickle protocol 2 of an object of class {@code __torch__.M} with the state {training: True}.
   */
  private static byte[] modulePickle() {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
    pickle.writeBytes("__torch__\nM\n".getBytes(StandardCharsets.US_ASCII));
    pickle.writeBytes(new byte[] {'q', 0, ')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
    pickle.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
    pickle.writeBytes(new byte[] {'q', 1, (byte) 0x88, 'u', 'b', 'q', 2, '.'});
    return pickle.toByteArray();
  }

  /** Entries are stored, not deflated: libtorch maps them. */
  public static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
