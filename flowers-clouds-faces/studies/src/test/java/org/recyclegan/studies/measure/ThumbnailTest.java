package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

  private static final double EXACT = 1e-12;

  private static byte[] picture(int size, int channel, IntBinaryOperator value) {
    byte[] rgb = new byte[3 * size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        rgb[3 * (row * size + column) + channel] = (byte) value.applyAsInt(row, column);
      }
    }
    return rgb;
  }

  @Test
  void smallPicturesStayAsTheyAre() {
    byte[] rgb = picture(16, 1, (row, column) -> 16 * row + column);
    double[] found = new Thumbnail(16).of(rgb);
    assertEquals(rgb.length, found.length);
    for (int i = 0; i < rgb.length; i++) {
      assertEquals((rgb[i] & 0xff) / 255.0, found[i], EXACT);
    }
  }

  @Test
  void areasAreAveraged() {
    double[] found = new Thumbnail(40).of(picture(40, 2, (r, c) -> (r % 2) * 100 + (c % 2) * 50));
    assertEquals(3 * 20 * 20, found.length);
    for (int i = 0; i < found.length; i += 3) {
      assertEquals(0, found[i], EXACT);
      assertEquals(75 / 255.0, found[i + 2], EXACT);
    }
  }

  /** 30 pixels become 20: the second takes half of pixel 1 and all of pixel 2. */
  @Test
  void pixelsAreSharedWhereTheSizesDoNotDivide() {
    double[] found = new Thumbnail(30).of(picture(30, 0, (row, column) -> 5 * column));
    assertEquals((0 * 1 + 5 * 0.5) / 1.5 / 255, found[0], EXACT);
    assertEquals((5 * 0.5 + 10 * 1) / 1.5 / 255, found[3], EXACT);
    double[] turned = new Thumbnail(30).of(picture(30, 0, (row, column) -> 5 * row));
    assertEquals(found[3], turned[3 * 20], EXACT);
  }

  @Test
  void aPlainPictureStaysPlain() {
    byte[] plain = new byte[3 * 64 * 64];
    Arrays.fill(plain, (byte) 200);
    for (double value : new Thumbnail(64).of(plain)) {
      assertEquals(200 / 255.0, value, EXACT);
    }
    assertTrue(new Thumbnail(64).description().contains("20x20"));
  }
}
