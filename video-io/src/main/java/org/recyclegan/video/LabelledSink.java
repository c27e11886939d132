package org.recyclegan.video;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;

/**
 * Writes the word SYNTHETIC into the lower right corner of every frame, light on dark, so that
 * whoever sees the video sees what it is, whatever becomes of its metadata. Frames too small for
 * the word get SYN, the smallest a chequered square.
 */
public final class LabelledSink implements FrameSink {

  private static final String WORD = "SYNTHETIC";
  private static final String SHORT_WORD = "SYN";

  /** Five columns and seven rows a letter, a bit a pixel, the leftmost in the highest bit. */
  private static final ImmutableMap<Character, int[]> LETTERS =
      ImmutableMap.<Character, int[]>builder()
          .put('S', new int[] {0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110})
          .put('Y', new int[] {0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100})
          .put('N', new int[] {0b10001, 0b11001, 0b10101, 0b10011, 0b10001, 0b10001, 0b10001})
          .put('T', new int[] {0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100})
          .put('H', new int[] {0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001})
          .put('E', new int[] {0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111})
          .put('I', new int[] {0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110})
          .put('C', new int[] {0b01111, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b01111})
          .buildOrThrow();

  private static final int COLUMNS = 5;
  private static final int ROWS = 7;

  /** A letter and the gap after it. */
  private static final int ADVANCE = COLUMNS + 1;

  /** The label's height is about a twentieth of the frame's. */
  private static final int HEIGHTS_IN_A_FRAME = 20;

  private static final int CHEQUERS = 4;
  private static final byte DARK = 16;
  private static final byte LIGHT = (byte) 240;

  private final FrameSink sink;

  /**
   * Wraps a sink.
   *
   * @param sink that gets the labelled frames; closed with this one
   */
  public LabelledSink(FrameSink sink) {
    this.sink = sink;
  }

  @Override
  public void write(Frame frame) throws IOException {
    byte[] rgb = frame.rgb().clone();
    label(rgb, frame.width(), frame.height());
    sink.write(frame.withPixels(frame.width(), frame.height(), rgb));
  }

  private static void label(byte[] rgb, int width, int height) {
    String word = boxWidth(WORD) <= width ? WORD : SHORT_WORD;
    if (boxWidth(word) > width || ROWS + 2 > height) {
      chequer(rgb, width, height);
      return;
    }
    int scale = Math.max(1, Math.min(height / (ROWS * HEIGHTS_IN_A_FRAME), width / boxWidth(word)));
    int boxWidth = scale * boxWidth(word);
    int boxHeight = scale * (ROWS + 2);
    for (int y = 0; y < boxHeight; y++) {
      for (int x = 0; x < boxWidth; x++) {
        boolean light = isInk(word, x / scale - 1, y / scale - 1);
        put(rgb, width, width - boxWidth + x, height - boxHeight + y, light ? LIGHT : DARK);
      }
    }
  }

  /** A margin on both sides; the last letter's gap is one of them. */
  private static int boxWidth(String word) {
    return 1 + word.length() * ADVANCE;
  }

  private static boolean isInk(String word, int x, int y) {
    int letter = Math.floorDiv(x, ADVANCE);
    int column = Math.floorMod(x, ADVANCE);
    if (letter < 0 || letter >= word.length() || column >= COLUMNS || y < 0 || y >= ROWS) {
      return false;
    }
    int[] rows = LETTERS.get(word.charAt(letter));
    return rows != null && (rows[y] >> (COLUMNS - 1 - column) & 1) == 1;
  }

  private static void chequer(byte[] rgb, int width, int height) {
    for (int y = Math.max(0, height - CHEQUERS); y < height; y++) {
      for (int x = Math.max(0, width - CHEQUERS); x < width; x++) {
        put(rgb, width, x, y, (x + y) % 2 == 0 ? LIGHT : DARK);
      }
    }
  }

  private static void put(byte[] rgb, int width, int x, int y, byte level) {
    int at = 3 * (y * width + x);
    rgb[at] = level;
    rgb[at + 1] = level;
    rgb[at + 2] = level;
  }

  @Override
  public void commit() throws IOException {
    sink.commit();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
