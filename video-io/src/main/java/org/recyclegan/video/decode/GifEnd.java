package org.recyclegan.video.decode;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Whether a GIF file reaches its trailer (GIF89a, section 27). FFmpeg shows what there is of a
 * picture that is cut short, and does not say so.
 */
final class GifEnd {

  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE_BYTES = 8;
  private static final int SCREEN_BYTES = 4;

  private GifEnd() {}

  /**
   * Returns which picture, from 0, is cut short or missing where a file ends before its end; empty
   * for one that is whole.
   */
  static OptionalInt brokenPicture(Path file) {
    int pictures = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!new String(in.readNBytes(6), StandardCharsets.ISO_8859_1).startsWith("GIF8")) {
        return OptionalInt.empty();
      }
      in.skipNBytes(SCREEN_BYTES);
      skipColours(in, in.readUnsignedByte(), 2);
      while (true) {
        int kind = in.readUnsignedByte();
        if (kind == IMAGE) {
          in.skipNBytes(IMAGE_BYTES);
          skipColours(in, in.readUnsignedByte(), 1);
          skipBlocks(in);
          pictures++;
        } else if (kind == EXTENSION) {
          in.skipNBytes(1);
          skipBlocks(in);
        } else {
          // The trailer, or something that no reader understands.
          return OptionalInt.empty();
        }
      }
    } catch (EOFException e) {
      return OptionalInt.of(pictures);
    } catch (IOException e) {
      // The picture's own reader reports what is wrong with the file.
      return OptionalInt.empty();
    }
  }

  /** A table of colours stands behind its flags and some more bytes, if the highest bit says so. */
  private static void skipColours(DataInputStream in, int flags, int moreBytes) throws IOException {
    in.skipNBytes(moreBytes + ((flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1)));
  }

  private static void skipBlocks(DataInputStream in) throws IOException {
    for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
      in.skipNBytes(size);
    }
  }
}
