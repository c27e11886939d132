package org.recyclegan.video.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each pixel goes and what transparency becomes, against the definitions written out. */
class RowPlacerTest {

  private static final int WIDTH = 3;
  private static final int HEIGHT = 2;
  private static final int PADDING = 5;

  private static PictureGeometry geometry(int width, int height, Orientation orientation) {
    return new PictureGeometry(width, height, width, height, orientation);
  }

  /** Pixel number n is (10n, 10n + 1, 10n + 2) and opaque; what pads the rows is not. */
  private static ByteBuffer numbered(int channels) {
    int stride = channels * WIDTH + PADDING;
    ByteBuffer rows = ByteBuffer.allocate(stride * HEIGHT);
    for (int i = 0; i < rows.capacity(); i++) {
      rows.put(i, (byte) 99);
    }
    for (int n = 0; n < WIDTH * HEIGHT; n++) {
      int at = n / WIDTH * stride + n % WIDTH * channels;
      for (int c = 0; c < channels; c++) {
        rows.put(at + c, (byte) (c == 3 ? 255 : 10 * n + c));
      }
    }
    return rows;
  }

  /** TIFF 6.0, tag 274, drawn: numbers of the coded pixels 012/345 as they are to be seen. */
  @ParameterizedTest
  @CsvSource({
    "1, 012/345", "2, 210/543", "3, 543/210", "4, 345/012",
    "5, 03/14/25", "6, 30/41/52", "7, 52/41/30", "8, 25/14/03",
  })
  void everyValueOfTheTagTurnsThePictureUpright(int value, String seen) {
    Orientation orientation = ExifOrientation.ofValue(value).orElseThrow();
    PictureGeometry geometry = geometry(WIDTH, HEIGHT, orientation);
    assertEquals(seen.indexOf('/') < 0 ? seen.length() : seen.indexOf('/'), geometry.width());
    assertEquals(seen.split("/").length, geometry.height());
    String order = seen.replace("/", "");
    byte[] expected = new byte[3 * order.length()];
    for (int i = 0; i < order.length(); i++) {
      for (int c = 0; c < 3; c++) {
        expected[3 * i + c] = (byte) (10 * (order.charAt(i) - '0') + c);
      }
    }
    for (int channels = 3; channels <= 4; channels++) {
      int stride = channels * WIDTH + PADDING;
      assertArrayEquals(
          expected,
          new RowPlacer(geometry, 0xFFFFFF).place(numbered(channels), stride, channels),
          channels + " channels");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9, 274})
  void otherValuesSayNothing(int value) {
    assertEquals(Optional.empty(), ExifOrientation.ofValue(value));
  }

  /** Every alpha over every level, rounded to the nearest: the sum divided as real numbers. */
  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xFFFFFF, 0x4080C1})
  void transparencyShowsTheBackgroundInItsShare(int background) {
    ByteBuffer rows = ByteBuffer.allocate(4 * 256 * 256);
    for (int alpha = 0; alpha < 256; alpha++) {
      for (int level = 0; level < 256; level++) {
        rows.put((byte) level).put((byte) (255 - level)).put((byte) 7).put((byte) alpha);
      }
    }
    byte[] found =
        new RowPlacer(geometry(256, 256, Orientation.UPRIGHT), background).place(rows, 1024, 4);
    byte[] expected = new byte[found.length];
    for (int i = 0; i < 256 * 256; i++) {
      int alpha = i / 256;
      int[] levels = {i % 256, 255 - i % 256, 7};
      for (int c = 0; c < 3; c++) {
        int behind = background >> (16 - 8 * c) & 255;
        expected[3 * i + c] =
            (byte) Math.round((levels[c] * alpha + behind * (255 - alpha)) / 255.0);
      }
    }
    assertArrayEquals(expected, found);
  }

  /** A picture is placed again with another's pixels, and shares none of the memory. */
  @Test
  void everyPictureIsANewArray() {
    RowPlacer placer = new RowPlacer(geometry(WIDTH, HEIGHT, Orientation.UPRIGHT), 0);
    int stride = 3 * WIDTH + PADDING;
    byte[] first = placer.place(numbered(3), stride, 3);
    byte[] kept = first.clone();
    placer.place(ByteBuffer.allocate(stride * HEIGHT), stride, 3);
    assertArrayEquals(kept, first);
  }
}
