package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

/** Thumbnails, crops and fitting. */
final class PicturesTest {

  /** Columns of one level each. */
  private static Frame columns(int height, int... levels) {
    byte[] rgb = new byte[3 * levels.length * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) levels[i / 3 % levels.length];
    }
    return new Frame(levels.length, height, rgb, 3);
  }

  private static int[] levels(Frame frame) {
    int[] levels = new int[frame.width()];
    for (int x = 0; x < levels.length; x++) {
      levels[x] = Byte.toUnsignedInt(frame.rgb()[3 * x]);
    }
    return levels;
  }

  @Test
  void wideFramesLoseTheirSides() {
    Frame wide = columns(2, 10, 20, 30, 40, 50, 60);
    Frame cut = Crops.centre(wide, new Size(20, 20));
    assertArrayEquals(new int[] {30, 40}, levels(cut));
    assertEquals(2, cut.height());
    assertEquals(3, cut.pts());
  }

  @Test
  void tallFramesLoseTopAndBottom() {
    byte[] rgb = new byte[3 * 2 * 6];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 6);
    }
    Frame cut = Crops.centre(new Frame(2, 6, rgb, 0), new Size(100, 100));
    assertEquals(2, cut.height());
    assertEquals(2, cut.rgb()[0], "rows 2 and 3 of 0 to 5 are left");
    assertEquals(3, cut.rgb()[6]);
  }

  @Test
  void nothingIsCutOfTheSameShape() {
    Frame frame = columns(2, 1, 2, 3, 4);
    assertSame(frame, Crops.centre(frame, new Size(400, 200)));
    assertSame(frame, new Fitting(new Size(4, 2)).apply(frame));
  }

  @Test
  void framesOfAnySizeAreFitted() {
    Fitting fitting = new Fitting(new Size(2, 2));
    assertArrayEquals(new int[] {7, 7}, levels(fitting.apply(columns(4, 7, 7, 7, 7))));
    assertArrayEquals(new int[] {9, 9}, levels(fitting.apply(columns(2, 0, 9, 9, 0))));
    assertArrayEquals(new int[] {5, 5}, levels(fitting.apply(columns(6, 5, 5, 5, 5, 5, 5))));
  }

  @Test
  void besideEachOtherBothAreWhole() {
    Frame both = Crops.beside(columns(2, 1, 2), columns(2, 3, 4, 5));
    assertArrayEquals(new int[] {1, 2, 3, 4, 5}, levels(both));
    assertEquals(2, both.height());
  }

  @Test
  void thumbnailsShowTheCommonPart() {
    Frame wide = columns(2, 0, 0, 80, 80, 255, 255);
    byte[] thumbnail = new Thumbnails(new Size(6, 2), 1).of(wide);
    assertEquals(Thumbnails.VALUES, thumbnail.length);
    for (byte level : thumbnail) {
      assertEquals(80, level);
    }
    assertEquals(1.0, Thumbnails.commonAspect(new Size(16, 9), new Size(5, 5)));
    assertThrows(IllegalArgumentException.class, () -> new Thumbnails(new Size(5, 2), 1).of(wide));
  }

  @Test
  void meansAreOfEveryValue() {
    byte[] two = new byte[2 * Thumbnails.VALUES];
    two[1] = (byte) 200;
    two[Thumbnails.VALUES + 1] = (byte) 100;
    float[] mean = DomainMeans.mean(two);
    assertEquals(0, mean[0]);
    assertEquals(150, mean[1]);
    float[] other = new float[Thumbnails.VALUES];
    other[1] = 100;
    assertEquals(-50, DomainMeans.shift(mean, other)[1]);
  }
}
