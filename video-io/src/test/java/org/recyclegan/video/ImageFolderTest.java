package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      assertTrue(message(e).contains("expected 4x4 as in 1.png, found 5x4"), e::getMessage);
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
    assertTrue(message(damaged).contains("no picture in it can be decoded"), damaged::getMessage);
  }

  private void picture(String name, int rgb) throws IOException {
    Inputs.png(folder.resolve(name), 4, 4, 0xFF000000 | rgb);
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
