package org.recyclegan.video.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a Matroska or WebM file says that it ends (RFC 8794, RFC 9559): an EBML header, then a
 * segment, whose size is stated unless it was written live.
 */
final class MatroskaEnd {

  private static final long EBML = 0x1A45DFA3L;
  private static final long SEGMENT = 0x18538067L;

  /** Longest id and size of an element. */
  private static final int HEAD = 12;

  private static final long UNKNOWN = -1;

  private MatroskaEnd() {}

  /** Returns whether another file may follow in it, because one does or no end is stated. */
  static boolean mayGoOn(String format, Path file) {
    if (!isMatroska(format)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = end(channel);
      return end == UNKNOWN || end + HEAD < channel.size();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether the file is shorter than it says. */
  static boolean isCutShort(String format, Path file) {
    if (!isMatroska(format)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return end(channel) > channel.size();
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isMatroska(String format) {
    return format.startsWith("matroska");
  }

  private static long end(FileChannel channel) throws IOException {
    Element header = Element.at(channel, 0);
    if (header.id != EBML || header.end == UNKNOWN) {
      return UNKNOWN;
    }
    Element segment = Element.at(channel, header.end);
    return segment.id == SEGMENT ? segment.end : UNKNOWN;
  }

  private record Element(long id, long end) {

    static Element at(FileChannel channel, long position) throws IOException {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      while (head.hasRemaining() && channel.read(head, position + head.position()) >= 0) {
        // Until it is full or the file ends.
      }
      head.flip();
      int idBytes = head.hasRemaining() ? Integer.numberOfLeadingZeros(head.get(0) & 0xFF) - 23 : 9;
      if (idBytes > 4 || head.remaining() < idBytes + 1) {
        return new Element(0, UNKNOWN);
      }
      long id = number(head, idBytes);
      int sizeBytes = Integer.numberOfLeadingZeros(head.get(idBytes) & 0xFF) - 23;
      if (sizeBytes > 8 || head.remaining() < sizeBytes) {
        return new Element(id, UNKNOWN);
      }
      long mask = (1L << (7 * sizeBytes)) - 1;
      long size = number(head, sizeBytes) & mask;
      return new Element(id, size == mask ? UNKNOWN : position + idBytes + sizeBytes + size);
    }

    private static long number(ByteBuffer head, int bytes) {
      long number = 0;
      for (int i = 0; i < bytes; i++) {
        number = (number << 8) | (head.get() & 0xFF);
      }
      return number;
    }
  }
}
