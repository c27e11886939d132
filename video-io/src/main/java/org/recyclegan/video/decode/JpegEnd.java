package org.recyclegan.video.decode;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a JPEG file reaches its end marker (ITU-T T.81, annex B). Decoders make up what is
 * missing and do not say so.
 */
final class JpegEnd {

  private static final int PREFIX = 0xFF;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int PROGRESSIVE = 0xC2;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int TEMPORARY = 0x01;

  private JpegEnd() {}

  /** The result of looking for a file's end. */
  enum State {
    /** It is there, or the file is no JPEG. */
    WHOLE,
    /** The marker is missing, perhaps nothing else is. */
    WITHOUT_MARKER,
    /** The marker is missing, and with it any proof that all passes over the picture are there. */
    WITHOUT_PASSES
  }

  /** Looks for the end marker of a file that begins as a JPEG. */
  static State of(Path file) {
    State missing = State.WITHOUT_MARKER;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readUnsignedByte() != PREFIX || in.readUnsignedByte() != START) {
        return State.WHOLE;
      }
      int marker = nextMarker(in);
      while (marker != END) {
        if (marker == PROGRESSIVE) {
          missing = State.WITHOUT_PASSES;
        }
        boolean alone = marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= START);
        if (!alone) {
          in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
        }
        marker = marker == SCAN ? afterScan(in) : nextMarker(in);
      }
      return State.WHOLE;
    } catch (EOFException e) {
      return missing;
    } catch (IOException e) {
      // The picture's own reader reports what is wrong with the file.
      return State.WHOLE;
    }
  }

  /** Returns the next marker, skipping what stands before it. */
  private static int nextMarker(DataInputStream in) throws IOException {
    while (true) {
      int value = in.readUnsignedByte();
      while (value == PREFIX) {
        value = in.readUnsignedByte();
        if (value != PREFIX && value != 0) {
          return value;
        }
      }
    }
  }

  /** Returns the marker that ends coded data, in which restarts are part of the data. */
  private static int afterScan(DataInputStream in) throws IOException {
    int marker = nextMarker(in);
    while (marker >= FIRST_RESTART && marker <= LAST_RESTART) {
      marker = nextMarker(in);
    }
    return marker;
  }
}
