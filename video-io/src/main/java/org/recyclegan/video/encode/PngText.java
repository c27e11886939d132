package org.recyclegan.video.encode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts a comment into a PNG: a tEXt chunk (PNG specification, 11.3.3.2) after the header chunk. */
final class PngText {

  /** Signature (8 bytes) and the IHDR chunk (25 bytes), which every PNG starts with. */
  private static final int HEADER_BYTES = 33;

  /** Length, type and checksum. */
  private static final int CHUNK_OVERHEAD = 12;

  private PngText() {}

  /**
   * Returns a picture with a comment.
   *
   * @param png a whole file
   * @param text Latin-1
   */
  static byte[] withComment(byte[] png, String text) {
    byte[] content = ("tEXtComment\0" + text).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    int lengthOfType = Integer.BYTES;
    return ByteBuffer.allocate(png.length + content.length - lengthOfType + CHUNK_OVERHEAD)
        .put(png, 0, HEADER_BYTES)
        .putInt(content.length - lengthOfType)
        .put(content)
        .putInt((int) checksum.getValue())
        .put(png, HEADER_BYTES, png.length - HEADER_BYTES)
        .array();
  }
}
