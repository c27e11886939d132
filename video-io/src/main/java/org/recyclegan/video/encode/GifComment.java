package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_grow_packet;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/**
 * Puts a comment into a GIF, which FFmpeg's muxer does not: a Comment Extension (GIF89a, section
 * 24) between the global colour table and the first picture.
 */
final class GifComment {

  /** Signature and logical screen descriptor. */
  private static final int HEADER_BYTES = 13;

  private static final int SCREEN_FLAGS = 10;
  private static final int HAS_GLOBAL_TABLE = 0x80;
  private static final int TABLE_SIZE = 0x07;
  private static final int EXTENSION = 0x21;
  private static final int COMMENT_LABEL = 0xFE;

  private GifComment() {}

  /**
   * Inserts a comment into the first packet of the encoder, which starts with the file's header.
   *
   * @param text ASCII, at most 255 characters
   */
  static void insert(AVPacket first, String text) throws IOException {
    byte[] block = block(text);
    int oldSize = first.size();
    check(av_grow_packet(first, block.length), "add a comment to the GIF");
    BytePointer data = first.data();
    int at = headerBytes(data);
    byte[] tail = new byte[oldSize - at];
    data.position(at).get(tail);
    data.position(at).put(block, 0, block.length);
    data.position((long) at + block.length).put(tail, 0, tail.length);
  }

  private static int headerBytes(BytePointer data) {
    int flags = data.get(SCREEN_FLAGS);
    int table = (flags & HAS_GLOBAL_TABLE) == 0 ? 0 : 3 << ((flags & TABLE_SIZE) + 1);
    return HEADER_BYTES + table;
  }

  private static byte[] block(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] block = new byte[ascii.length + 4];
    block[0] = (byte) EXTENSION;
    block[1] = (byte) COMMENT_LABEL;
    block[2] = (byte) ascii.length;
    System.arraycopy(ascii, 0, block, 3, ascii.length);
    // The last byte stays 0: the end of the extension's blocks.
    return block;
  }
}
