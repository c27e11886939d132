package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.TimeBase;

class ImageFolderTest {

  private final Path folder;

  ImageFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void namesAreOrderedByTheirNumbersWhateverTheGaps() throws IOException {
    picture("f10.png", 10);
    picture("f2.PNG", 2);
    picture("f1.png", 1);
    picture("f007.png", 7);
    Files.writeString(folder.resolve("notes.txt"), "not a picture");
    Files.writeString(folder.resolve("._f1.png"), "a resource fork");
    List<Frame> frames = Inputs.readAll(folder);
    assertEquals(List.of(1, 2, 7, 10), frames.stream().map(f -> Inputs.pixel(f, 0, 0)).toList());
    assertEquals(List.of(0L, 1L, 2L, 3L), Inputs.times(frames));
  }

  @Test
  void gapsInTheNumbersAreSaid() throws IOException {
    for (int number : new int[] {10, 20, 30, 60, 70}) {
      picture("f" + number + ".png", number);
    }
    try (FrameSource source = VideoReader.open(folder)) {
      assertEquals(1, source.warnings().size());
      assertTrue(source.warnings().get(0).contains("1 places"));
    }
    Files.delete(folder.resolve("f60.png"));
    Files.delete(folder.resolve("f70.png"));
    try (FrameSource source = VideoReader.open(folder)) {
      assertEquals(List.of(), source.warnings());
    }
  }

  @Test
  void everyKindOfPictureIsRead() throws IOException {
    BufferedImage image = new BufferedImage(33, 9, BufferedImage.TYPE_INT_RGB);
    image.setRGB(32, 8, 0x804020);
    for (String kind : List.of("png", "bmp", "tiff", "tif")) {
      Path file = folder.resolve("1." + kind);
      assertTrue(ImageIO.write(image, kind, file.toFile()), kind);
    }
    Files.writeString(folder.resolve("1.ppm"), "P3 33 9 255" + " 0 0 0".repeat(296) + " 128 64 32");
    // Lossless WebP.
    new TestVideo("libwebp", AV_PIX_FMT_BGRA, 33, 9, ImageFolderTest::oneDot)
        .frames(1)
        .codec(codec -> assertEquals(0, av_opt_set_int(codec.priv_data(), "lossless", 1, 0)))
        .write(folder.resolve("1.webp"));
    List<Frame> frames = Inputs.readAll(folder);
    assertEquals(6, frames.size());
    for (Frame frame : frames) {
      assertEquals(0, Inputs.pixel(frame, 31, 8));
      assertEquals(0x804020, Inputs.pixel(frame, 32, 8));
    }
  }

  @Test
  void naturalOrderIsTotal() {
    List<String> ordered = List.of("1", "01", "2", "9a", "10", "A2", "a2", "a10", "b");
    List<String> sorted =
        Stream.of("b", "a10", "A2", "10", "9a", "2", "01", "a2", "1")
            .sorted(NaturalOrder.INSTANCE)
            .toList();
    assertEquals(List.of("01", "1"), sorted.subList(0, 2));
    assertEquals(ordered.subList(2, 9), sorted.subList(2, 9));
  }

  @Test
  void rateIsTheOptions() throws IOException {
    picture("1.png", 1);
    ReadOptions options = ReadOptions.defaults().withPictureRate(new FrameRate(30000, 1001));
    try (FrameSource source = VideoReader.open(folder, options)) {
      assertEquals(new FrameRate(30000, 1001), source.info().rate());
      assertEquals(new TimeBase(1001, 30000), source.info().timeBase());
    }
  }

  @Test
  void firstPictureOfAnotherSizeIsNamed() throws IOException {
    picture("1.png", 1);
    picture("2.png", 1);
    Inputs.png(folder.resolve("3.png"), 5, 4, 0xFF000000);
    try (FrameSource source = VideoReader.open(folder)) {
      InputException e = assertThrows(InputException.class, () -> Inputs.readAll(source));
      assertTrue(message(e).contains("3.png"), e::getMessage);
      assertTrue(message(e).matches("(?s).*4x4.* 1\\.png.* 5x4.*"), e::getMessage);
    }
  }

  @Test
  void damagedPictureLeavesItsMomentEmpty() throws IOException {
    picture("1.png", 1);
    Files.write(folder.resolve("2.png"), new byte[] {1, 2, 3});
    picture("3.png", 3);
    try (FrameSource source = VideoReader.open(folder)) {
      assertEquals(List.of(0L, 2L), Inputs.times(Inputs.readAll(source)));
      assertEquals(1, source.warnings().size());
      assertTrue(source.warnings().get(0).contains("2.png"), source.warnings()::toString);
    }
  }

  @Test
  void folderWithoutUsablePicturesIsRefused() throws IOException {
    InputException empty = assertThrows(InputException.class, () -> VideoReader.open(folder));
    assertTrue(message(empty).contains("without pictures"), empty::getMessage);
    Files.write(folder.resolve("1.png"), new byte[] {1, 2, 3});
    InputException damaged = assertThrows(InputException.class, () -> VideoReader.open(folder));
    assertTrue(message(damaged).contains("1.png"), damaged::getMessage);
  }

  /** Bytes in the order B, G, R, A. */
  private static int oneDot(int frame, int plane, int x, int y) {
    int argb = x / 4 == 32 && y == 8 ? 0xFF804020 : 0xFF000000;
    return argb >> (8 * (x % 4));
  }

  private void picture(String name, int rgb) throws IOException {
    Inputs.png(folder.resolve(name), 4, 4, 0xFF000000 | rgb);
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
