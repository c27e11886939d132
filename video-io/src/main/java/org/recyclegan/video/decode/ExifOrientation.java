package org.recyclegan.video.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How a picture file says that it is to be turned, where FFmpeg does not look: tag 274 of a TIFF
 * file (TIFF 6.0), of the {@code eXIf} chunk of a PNG file (PNG third edition, 11.3.4.7), of the
 * {@code EXIF} chunk of a WebP file (RFC 9649, 2.7.1.5). JPEG, AVIF and HEIC come from FFmpeg as a
 * display matrix.
 */
final class ExifOrientation {

  private static final int TAG = 274;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;
  private static final int TIFF_HEAD = 8;
  private static final int CHUNK_HEAD = 8;
  private static final int PNG_HEAD = 8;
  private static final int PNG_CHECKSUM = 4;
  private static final int WEBP_HEAD = 12;
  private static final String EXIF_PREFIX = "Exif\0\0";

  /** A chunk is looked for among this number; a file of more is no usual picture. */
  private static final int MOST_CHUNKS = 100_000;

  private ExifOrientation() {}

  /** Reads a file's orientation; empty where it has none, or is of another kind. */
  static Optional<Orientation> of(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String begin = text(bytes(channel, 0, WEBP_HEAD));
      if (begin.startsWith("II*\0") || begin.startsWith("MM\0*")) {
        return inTiff(channel, 0);
      }
      if (begin.startsWith("\u0089PNG\r\n\u001a\n")) {
        return inPng(channel);
      }
      return begin.startsWith("RIFF") && begin.endsWith("WEBP")
          ? inWebp(channel)
          : Optional.empty();
    } catch (IOException e) {
      // The picture's own reader reports what is wrong with the file.
      return Optional.empty();
    }
  }

  /** Returns whether a file is an animated WebP (flag A of its VP8X chunk). */
  static boolean isAnimatedWebp(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer begin = bytes(channel, 0, WEBP_HEAD + CHUNK_HEAD + 1);
      return begin.remaining() > WEBP_HEAD + CHUNK_HEAD
          && text(begin).startsWith("WEBPVP8X", 8)
          && (begin.get(WEBP_HEAD + CHUNK_HEAD) & 2) != 0;
    } catch (IOException e) {
      // The picture's own reader reports what is wrong with the file.
      return false;
    }
  }

  private static Optional<Orientation> inPng(FileChannel channel) throws IOException {
    long position = PNG_HEAD;
    for (int i = 0; i < MOST_CHUNKS; i++) {
      ByteBuffer head = bytes(channel, position, CHUNK_HEAD);
      if (head.remaining() < CHUNK_HEAD) {
        break;
      }
      long length = head.getInt(0) & 0xFFFFFFFFL;
      String type = text(head).substring(4);
      if (type.equals("eXIf")) {
        return inTiff(channel, position + CHUNK_HEAD);
      }
      position += CHUNK_HEAD + length + PNG_CHECKSUM;
    }
    return Optional.empty();
  }

  private static Optional<Orientation> inWebp(FileChannel channel) throws IOException {
    long position = WEBP_HEAD;
    for (int i = 0; i < MOST_CHUNKS; i++) {
      ByteBuffer head = bytes(channel, position, CHUNK_HEAD).order(ByteOrder.LITTLE_ENDIAN);
      if (head.remaining() < CHUNK_HEAD) {
        break;
      }
      long length = head.getInt(4) & 0xFFFFFFFFL;
      position += CHUNK_HEAD;
      if (text(head).startsWith("EXIF")) {
        boolean prefixed = text(bytes(channel, position, EXIF_PREFIX.length())).equals(EXIF_PREFIX);
        return inTiff(channel, position + (prefixed ? EXIF_PREFIX.length() : 0));
      }
      position += length + length % 2;
    }
    return Optional.empty();
  }

  private static Optional<Orientation> inTiff(FileChannel channel, long start) throws IOException {
    ByteBuffer head = bytes(channel, start, TIFF_HEAD);
    if (head.remaining() < TIFF_HEAD) {
      return Optional.empty();
    }
    ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long directory = start + (head.order(order).getInt(4) & 0xFFFFFFFFL);
    ByteBuffer count = bytes(channel, directory, 2).order(order);
    int entries = count.remaining() < 2 ? 0 : count.getShort(0) & 0xFFFF;
    ByteBuffer all = bytes(channel, directory + 2, entries * ENTRY_BYTES).order(order);
    for (int at = 0; at + ENTRY_BYTES <= all.remaining(); at += ENTRY_BYTES) {
      if ((all.getShort(at) & 0xFFFF) == TAG && all.getShort(at + 2) == SHORT) {
        return ofValue(all.getShort(at + 8));
      }
    }
    return Optional.empty();
  }

  /** The eight values of TIFF 6.0: which sides the stored row 0 and column 0 are. */
  static Optional<Orientation> ofValue(int value) {
    return switch (value) {
      case 1 -> Optional.of(Orientation.UPRIGHT);
      case 2 -> Optional.of(new Orientation(false, true, false, true));
      case 3 -> Optional.of(new Orientation(false, true, true, true));
      case 4 -> Optional.of(new Orientation(false, false, true, true));
      case 5 -> Optional.of(new Orientation(true, false, false, true));
      case 6 -> Optional.of(new Orientation(true, true, false, true));
      case 7 -> Optional.of(new Orientation(true, true, true, true));
      case 8 -> Optional.of(new Orientation(true, false, true, true));
      default -> Optional.empty();
    };
  }

  /** Reads a stretch, or what there is of it. */
  private static ByteBuffer bytes(FileChannel channel, long position, int count)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // Until it is full or the file ends.
    }
    return buffer.flip();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }
}
