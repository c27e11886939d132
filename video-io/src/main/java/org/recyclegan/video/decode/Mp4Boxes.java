package org.recyclegan.video.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The outermost boxes of an MP4 or MOV file (ISO/IEC 14496-12, 4.2), of which FFmpeg is silent. */
final class Mp4Boxes {

  private static final int HEAD = 16;
  private static final int SMALL_HEAD = 8;

  /** A fragment is a few frames, so a day of video has fewer boxes. */
  private static final int MOST_BOXES = 10_000_000;

  private Mp4Boxes() {}

  /** Returns whether frames follow in fragments, of which the file's header does not speak. */
  static boolean hasFragments(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = 0;
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      for (int i = 0; i < MOST_BOXES && position < channel.size(); i++) {
        head.clear();
        while (head.hasRemaining() && channel.read(head, position + head.position()) >= 0) {
          // Until it is full or the file ends.
        }
        head.flip();
        if (head.remaining() < SMALL_HEAD) {
          return false;
        }
        String type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
        if (type.equals("moof")) {
          return true;
        }
        long size = head.getInt(0) & 0xFFFFFFFFL;
        if (size == 1 && head.remaining() == HEAD) {
          size = head.getLong(SMALL_HEAD);
        }
        if (size < SMALL_HEAD) {
          // 0 means up to the end of the file; anything else is no box.
          return false;
        }
        position += size;
      }
      return false;
    } catch (IOException e) {
      // The video's own reader reports what is wrong with the file.
      return false;
    }
  }
}
