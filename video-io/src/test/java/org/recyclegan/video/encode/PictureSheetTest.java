package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Lettering;
import org.recyclegan.video.Size;

class PictureSheetTest {

  private static final Frame NOISE = noise(5, 3);

  private static Frame noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(1).nextBytes(rgb);
    return new Frame(width, height, rgb, 0);
  }

  @Test
  void everyPixelOfAPasteIsThePicturesAndAllElseWhite(@TempDir Path folder) throws IOException {
    PictureSheet sheet = new PictureSheet(20, 17);
    sheet.paste(NOISE, 4, 6, 3);
    Path file = folder.resolve("sheet.png");
    sheet.write(file, "png");
    BufferedImage image = ImageIO.read(file.toFile());
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 20; x++) {
        boolean inside = x >= 4 && x < 4 + 15 && y >= 6 && y < 6 + 9;
        int at = inside ? 3 * ((y - 6) / 3 * 5 + (x - 4) / 3) : -1;
        for (int c = 0; c < 3; c++) {
          int expected = inside ? NOISE.rgb()[at + c] & 0xff : 255;
          assertEquals(expected, (image.getRGB(x, y) >> (16 - 8 * c)) & 0xff, x + "," + y);
        }
      }
    }
  }

  @Test
  void aPictureBeginsWhereItIsSaidToBegin() {
    PictureSheet sheet = new PictureSheet(5, 1);
    sheet.paste(NOISE.rgb(), 3 * 5, new Size(5, 1), 0, 0, 1);
    byte[] second = new byte[15];
    System.arraycopy(NOISE.rgb(), 15, second, 0, 15);
    assertArrayEquals(second, sheet.frame(0).rgb());
  }

  @Test
  void aRowOnItsSideIsAColumn() {
    PictureSheet sheet = new PictureSheet(2, 5);
    sheet.paste(NOISE.rgb(), 0, new Size(1, 5), 1, 0, 1);
    for (int y = 0; y < 5; y++) {
      assertEquals(NOISE.rgb()[3 * y + 2], sheet.frame(0).rgb()[3 * (2 * y + 1) + 2]);
    }
  }

  @Test
  void lettersHaveTheInkOfTheLettering() {
    PictureSheet sheet = new PictureSheet(2 * Lettering.ADVANCE, 2 * Lettering.HEIGHT);
    sheet.letter("b", 0, 0, 2);
    byte[] rgb = sheet.frame(0).rgb();
    for (int y = 0; y < 2 * Lettering.HEIGHT; y++) {
      for (int x = 0; x < 2 * Lettering.ADVANCE; x++) {
        boolean ink = Lettering.isInked('b', x / 2, y / 2);
        assertEquals(ink ? 0 : -1, rgb[3 * (y * 2 * Lettering.ADVANCE + x)], x + "," + y);
      }
    }
  }

  @Test
  void aCopyIsNotDrawnInto() {
    PictureSheet sheet = new PictureSheet(5, 3);
    PictureSheet copy = sheet.copy();
    sheet.paste(NOISE, 0, 0, 1);
    assertArrayEquals(new PictureSheet(5, 3).frame(0).rgb(), copy.frame(0).rgb());
    assertArrayEquals(NOISE.rgb(), sheet.frame(0).rgb());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    PictureSheet sheet = new PictureSheet(5, 3);
    // One column too far would wrap into the next row.
    assertThrows(IndexOutOfBoundsException.class, () -> sheet.paste(NOISE, 1, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> sheet.paste(NOISE, 0, 1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> sheet.paste(NOISE, -1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new PictureSheet(0, 3));
  }

  @Test
  void anUnknownFormatLeavesNoFile(@TempDir Path folder) throws IOException {
    PictureSheet sheet = new PictureSheet(5, 3);
    assertThrows(IOException.class, () -> sheet.write(folder.resolve("x.gifff"), "gifff"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
