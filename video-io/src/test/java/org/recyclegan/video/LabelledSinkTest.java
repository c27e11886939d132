package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledSinkTest {

  /** Keeps what it gets. */
  private static final class Kept implements FrameSink {
    private final List<Frame> frames = new ArrayList<>();
    private String calls = "";

    @Override
    public void write(Frame frame) {
      frames.add(frame);
    }

    @Override
    public void commit() {
      calls += "commit ";
    }

    @Override
    public void close() {
      calls += "close";
    }
  }

  private static Frame labelled(int width, int height) throws IOException {
    Kept kept = new Kept();
    byte[] grey = new byte[3 * width * height];
    Arrays.fill(grey, (byte) 128);
    byte[] before = grey.clone();
    try (FrameSink sink = new LabelledSink(kept)) {
      sink.write(new Frame(width, height, grey, 7));
      sink.commit();
    }
    assertArrayEquals(before, grey, "the frame itself is not to be changed");
    assertEquals("commit close", kept.calls);
    assertEquals(7, kept.frames.get(0).pts());
    return kept.frames.get(0);
  }

  @Test
  void theFirstLetterIsAnS() throws IOException {
    Frame frame = labelled(55, 9);
    StringBuilder letter = new StringBuilder();
    for (int y = 1; y < 8; y++) {
      for (int x = 1; x < 6; x++) {
        letter.append((Inputs.pixel(frame, x, y) & 255) > 128 ? '#' : '.');
      }
      letter.append('\n');
    }
    assertEquals(
        """
        .####
        #....
        #....
        .###.
        ....#
        ....#
        ####.
        """,
        letter.toString());
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "640, 360", "55, 9", "32, 32", "19, 9", "8, 8", "1, 1", "4000, 10"})
  void theLowerRightCornerIsMarkedAtEverySize(int width, int height) throws IOException {
    Frame frame = labelled(width, height);
    int marked = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = Inputs.pixel(frame, x, y) & 255;
        marked += level == 128 ? 0 : 1;
      }
    }
    assertTrue(marked > 0);
    assertTrue((Inputs.pixel(frame, width - 1, height - 1) & 255) != 128);
    if (width > 100 && height > 100) {
      assertEquals(128, Inputs.pixel(frame, 0, 0) & 255);
      assertTrue(marked > width * height / 200 && marked < width * height / 10, "" + marked);
    }
  }
}
