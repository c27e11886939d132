package org.recyclegan.recycle.finish.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

class CropsTest {

  /** Every pixel says where it is: red its column, green its row, blue who made it. */
  private static Frame places(int width, int height, int blue) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (i % width);
      rgb[3 * i + 1] = (byte) (i / width);
      rgb[3 * i + 2] = (byte) blue;
    }
    return new Frame(width, height, rgb, 77);
  }

  @Test
  void cutsOutThePartThatIsNamed() {
    Frame part = Crops.cut(places(9, 7, 5), 4, 1, new Size(3, 5));
    assertEquals(77, part.pts());
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 3; x++) {
        int at = 3 * (3 * y + x);
        assertEquals(4 + x, part.rgb()[at]);
        assertEquals(1 + y, part.rgb()[at + 1]);
        assertEquals(5, part.rgb()[at + 2]);
      }
    }
  }

  /** What is left is as large as it can be, of the shape, and in the middle. */
  @ParameterizedTest
  @CsvSource({
    "16, 9, 4, 3, 12, 9, 2, 0",
    "9, 16, 1, 1, 9, 9, 0, 3",
    "10, 4, 1, 100, 1, 4, 4, 0",
    "4, 10, 100, 1, 4, 1, 0, 4",
    "7, 5, 3, 2, 7, 5, 0, 0",
    "8, 5, 3, 2, 8, 5, 0, 0",
  })
  void centresTheLargestPartOfAShape(
      int width, int height, int across, int down, int wide, int high, int left, int top) {
    Frame part = Crops.centre(places(width, height, 0), new Size(across, down));
    assertEquals(new Size(wide, high), new Size(part.width(), part.height()));
    assertEquals(left, part.rgb()[0]);
    assertEquals(top, part.rgb()[1]);
  }

  @Test
  void twoOfDifferentWidthsStandBesideEachOtherRowByRow() {
    Frame both = Crops.beside(places(2, 3, 1), places(4, 3, 2));
    assertEquals(new Size(6, 3), new Size(both.width(), both.height()));
    int[] columns = {0, 1, 0, 1, 2, 3};
    for (int i = 0; i < 18; i++) {
      byte[] expected = {(byte) columns[i % 6], (byte) (i / 6), (byte) (i % 6 < 2 ? 1 : 2)};
      byte[] found = Arrays.copyOfRange(both.rgb(), 3 * i, 3 * i + 3);
      assertArrayEquals(expected, found, "pixel " + i);
    }
  }
}
