package org.recyclegan.recycle.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksums of a safetensors file, an entry of its metadata: CRC-32C in hexadecimal of each
 * tensor's bytes in the header's order, and then of the header itself with zeros in this entry's
 * place. Damage that leaves every number finite shows in nothing else.
 */
final class TensorSums {

  /** The entry of the metadata; files of earlier versions and of other programs lack it. */
  static final String KEY = "crc32c";

  private static final int DIGITS = 8;
  private static final HexFormat HEX = HexFormat.of();

  private final String text;

  /** Takes the entry of a file as it is. */
  TensorSums(String text) {
    this.text = text;
  }

  /** Sums up a file while it is written. */
  static final class Collector {

    private final StringBuilder text = new StringBuilder();

    /** Adds the next tensor's bytes. */
    void add(ByteBuffer bytes) {
      text.append(sum(bytes));
    }

    /** Returns the entry, of the length of the placeholder that the header has now. */
    String finish(byte[] header) {
      return text.append(sum(ByteBuffer.wrap(header))).toString();
    }
  }

  /** Returns what stands in a header before the sums are known. */
  static String placeholder(int tensors) {
    return "0".repeat((tensors + 1) * DIGITS);
  }

  /** Returns the sum of what remains in a buffer. */
  static String sum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return HEX.toHexDigits((int) crc.getValue());
  }

  /** Returns where the entry's first digit stands in a header, or -1 if it has none. */
  static int place(byte[] header) {
    // Latin-1 keeps positions; a quotation mark within a value would have a backslash before it.
    String key = '"' + KEY + "\":\"";
    int place = new String(header, StandardCharsets.ISO_8859_1).indexOf(key);
    return place < 0 ? -1 : place + key.length();
  }

  /** Returns whether a header of N tensors is as it was written. */
  boolean fitsHeader(byte[] header, int tensors) {
    int place = place(header);
    if (text.length() != (tensors + 1) * DIGITS || place < 0) {
      return false;
    }
    byte[] blank = header.clone();
    byte[] zeros = placeholder(tensors).getBytes(StandardCharsets.US_ASCII);
    if (place + zeros.length > blank.length) {
      return false;
    }
    System.arraycopy(zeros, 0, blank, place, zeros.length);
    return sum(ByteBuffer.wrap(blank)).equals(of(tensors));
  }

  /** Returns the sum of a tensor, counted from 0 in the header's order. */
  String of(int tensor) {
    return text.substring(tensor * DIGITS, (tensor + 1) * DIGITS);
  }
}
