package org.recyclegan.video;

import java.io.IOException;

/**
 * Writes the word SYNTHETIC into the lower right corner of every frame, light on dark, so that
 * every viewer sees what it is, even if its metadata is lost. Frames too small for the word get
 * SYN, the smallest a chequered square.
 */
public final class LabelledSink implements FrameSink {

  private static final String WORD = "SYNTHETIC";
  private static final String SHORT_WORD = "SYN";

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
    if (boxWidth(word) > width || Lettering.HEIGHT + 2 > height) {
      chequer(rgb, width, height);
      return;
    }
    int scale =
        Math.max(
            1, Math.min(height / (Lettering.HEIGHT * HEIGHTS_IN_A_FRAME), width / boxWidth(word)));
    int boxWidth = scale * boxWidth(word);
    int boxHeight = scale * (Lettering.HEIGHT + 2);
    for (int y = 0; y < boxHeight; y++) {
      for (int x = 0; x < boxWidth; x++) {
        boolean light = isInk(word, x / scale - 1, y / scale - 1);
        put(rgb, width, width - boxWidth + x, height - boxHeight + y, light ? LIGHT : DARK);
      }
    }
  }

  /** A margin on both sides; the last letter's gap is one of them. */
  private static int boxWidth(String word) {
    return 1 + word.length() * Lettering.ADVANCE;
  }

  private static boolean isInk(String word, int x, int y) {
    int letter = Math.floorDiv(x, Lettering.ADVANCE);
    return letter >= 0
        && letter < word.length()
        && Lettering.isInked(word.charAt(letter), Math.floorMod(x, Lettering.ADVANCE), y);
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
