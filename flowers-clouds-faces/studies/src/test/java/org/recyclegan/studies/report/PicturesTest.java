package org.recyclegan.studies.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Where the pictures of sheets and of videos beside each other lie. */
class PicturesTest {

  private static final int WIDTH = 32;
  private static final int HEIGHT = 48;
  private static final int GAP = 4;

  @TempDir private Path folder;

  private Path rising;
  private Path falling;

  @BeforeEach
  void draw() throws IOException {
    int[] up = new int[20];
    int[] down = new int[20];
    for (int i = 0; i < up.length; i++) {
      up[i] = 10 * i;
      down[i] = 200 - 10 * i;
    }
    rising = TinyClips.shades(folder.resolve("up.mkv"), WIDTH, HEIGHT, up);
    falling = TinyClips.shades(folder.resolve("down.mkv"), WIDTH, HEIGHT, down);
  }

  private static int blue(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xff;
  }

  /** Ten of twenty frames: every second, in a row for each video. */
  @Test
  void theSheetHasARowForEachVideo() throws IOException {
    Path file = folder.resolve("sheet.png");
    ContactSheet.write(file, List.of(rising, falling), 20);
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertEquals(10 * (WIDTH + GAP) + GAP, sheet.getWidth());
    assertEquals(2 * (HEIGHT + GAP) + GAP, sheet.getHeight());
    for (int column = 0; column < 10; column++) {
      int x = GAP + column * (WIDTH + GAP);
      assertEquals(20 * column, blue(sheet, x, GAP));
      assertEquals(20 * column, blue(sheet, x + WIDTH - 1, GAP + HEIGHT - 1));
      assertEquals(200 - 20 * column, blue(sheet, x, GAP + HEIGHT + GAP));
      assertEquals(255, blue(sheet, x - 1, GAP));
    }
    assertEquals(255, blue(sheet, sheet.getWidth() - 1, sheet.getHeight() - 1));
  }

  /** Seven of twenty frames at twice the size: frame 2 is the second. */
  @Test
  void theSheetForPagesIsEnlarged() throws IOException {
    Path file = folder.resolve("sheet.jpg");
    ContactSheet.writeForPages(file, List.of(rising), 20);
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertEquals(7 * (2 * WIDTH + GAP) + GAP, sheet.getWidth());
    assertEquals(2 * HEIGHT + 2 * GAP, sheet.getHeight());
    assertEquals(20, blue(sheet, GAP + 2 * WIDTH + GAP + WIDTH, GAP + HEIGHT), 4);
    assertEquals(170, blue(sheet, sheet.getWidth() - GAP - WIDTH, GAP + HEIGHT), 4);
  }

  @Test
  void noVideosMakeNoSheet() throws IOException {
    Path file = folder.resolve("none.png");
    ContactSheet.write(file, List.of(), 20);
    assertFalse(Files.exists(file));
  }

  /** 32 pixels are enlarged six times, to 192; the caption is above. It ends with the shortest. */
  @Test
  void videosStandBesideEachOtherUnderTheirNames() throws IOException {
    Path shorter = TinyClips.shades(folder.resolve("s.mkv"), WIDTH, HEIGHT, 200, 200, 200);
    Path file = Files.writeString(folder.resolve("both.mkv"), "an earlier one");
    new SideBySide(List.of(new Exhibit("source", rising, false), new Exhibit("out", shorter, true)))
        .write(file);
    int scaled = 6 * WIDTH;
    try (FrameSource source = VideoReader.open(file)) {
      int width = source.info().width();
      assertEquals(2 * (scaled + GAP) + GAP, width);
      Frame first = Objects.requireNonNull(source.next());
      Frame second = Objects.requireNonNull(source.next());
      int bottom = first.height() - GAP - 2;
      assertTrue(first.height() % 2 == 0 && first.height() > 6 * HEIGHT + GAP);
      assertEquals(0, at(first, GAP + 1, bottom));
      assertEquals(10, at(second, GAP + scaled - 1, bottom));
      assertEquals(200, at(second, GAP + scaled + GAP, bottom));
      assertEquals(255, at(second, GAP + scaled + 1, bottom));
      assertTrue(inked(first, 0, scaled) && inked(first, scaled + GAP, width), "both are named");
      assertEquals(first.height(), second.height());
      Objects.requireNonNull(source.next());
      assertEquals(null, source.next());
    }
  }

  private static int at(Frame frame, int x, int y) {
    return frame.rgb()[3 * (y * frame.width() + x)] & 0xff;
  }

  /** Whether the caption's rows have something dark in them. */
  private static boolean inked(Frame frame, int left, int right) {
    for (int y = 0; y < 10; y++) {
      for (int x = left; x < right; x++) {
        if (at(frame, x, y) < 50) {
          return true;
        }
      }
    }
    return false;
  }
}
