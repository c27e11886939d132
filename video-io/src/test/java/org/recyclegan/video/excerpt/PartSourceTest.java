package org.recyclegan.video.excerpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.MemorySource;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.SharedData;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.WrittenVideo;
import org.recyclegan.video.isolation.InputReader;

/** Frames carry their number as their colour, so that what was chosen can be read off them. */
class PartSourceTest {

  private static final int FRAMES = 20;

  @TempDir private Path folder;

  private static int colour(int number) {
    return 0x400000 + 0x0A05 * number;
  }

  private static int[] colours(int count) {
    return IntStream.range(0, count).map(PartSourceTest::colour).toArray();
  }

  /** Twenty frames, ten a second. */
  private Path video() {
    return Inputs.plain(16, 16, colours(FRAMES)).write(folder.resolve("clip.mkv"));
  }

  private static List<Integer> numbers(List<Frame> frames) {
    return frames.stream().map(frame -> (Inputs.pixel(frame, 3, 3) - 0x400000) / 0x0A05).toList();
  }

  private static List<Frame> read(Path file, String part) throws IOException {
    try (FrameSource source =
        PartSource.of(VideoReader.open(file), Part.parse(part), file.toString())) {
      return Inputs.readAll(source);
    }
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5-1.2, 5, 12",
    "0:00.5-0:01.2, 5, 12",
    "5f-12f, 5, 12",
    "0.41-0.59, 5, 6",
    "0.5-12f, 5, 12",
    "1.9-, 19, 20",
    "-0.1, 0, 1",
    "-1f, 0, 1",
    "19f-400f, 19, 20",
    "0-2000, 0, 20",
  })
  void framesFromTheBeginningAndBeforeTheEndAreRead(String part, int first, int end)
      throws IOException {
    Path file = video();
    List<Frame> whole = Inputs.readAll(file);
    List<Frame> frames = read(file, part);
    assertEquals(range(first, end), numbers(frames));
    assertEquals(
        Inputs.times(whole.subList(first, end)), Inputs.times(frames), "times are the video's own");
    try (FrameSource source = VideoReader.open(file)) {
      Stretch stretch = Stretch.find(source, Part.parse(part), "clip");
      assertEquals(first, stretch.first());
      assertEquals(end - first, stretch.frames());
      assertEquals(range(first, end), numbers(read(file, stretch.part().toString())));
    }
  }

  /** Frame 30 of 30000/1001 frames a second is at 1.001 s, to the tick. */
  @Test
  void timesAreComparedExactly() throws IOException {
    List<Long> ticks = IntStream.range(0, 33).mapToObj(i -> 1001L * i).toList();
    Path file =
        Inputs.plain(16, 16, colours(33)).times(1, 30000, ticks).write(folder.resolve("ntsc.mov"));
    assertEquals(30, numbers(read(file, "1.001-")).get(0));
    assertEquals(31, numbers(read(file, "1.001000001-")).get(0));
    assertEquals(range(0, 30), numbers(read(file, "-1.001")));
    assertEquals(range(0, 31), numbers(read(file, "-1.001000001")));
  }

  /** The first frame is time 0 even where the file shows it later; gaps are times as well. */
  @Test
  void framesOfUnevenTimesAreChosenByTheirTimes() throws IOException {
    Path file =
        Inputs.plain(16, 16, colours(5))
            .times(1, 1000, List.of(700L, 800L, 4700L, 4710L, 9000L))
            .write(folder.resolve("uneven.mkv"));
    assertEquals(List.of(2, 3), numbers(read(file, "0.2-8.3")));
    assertEquals(List.of(0, 1), numbers(read(file, "-4")));
    assertEquals(List.of(4), numbers(read(file, "4.1-")));
  }

  @Test
  void aGifAndAFolderOfPicturesHaveParts() throws IOException {
    VideoInfo like = VideoInfo.constantRate(32, 24, FrameRate.of(10));
    Path gif = folder.resolve("clip.gif");
    WrittenVideo.write(gif, like, WriteOptions.defaults(), Clips.gradients(32, 24, 8));
    List<Frame> whole = Inputs.readAll(gif);
    List<Frame> part = read(gif, "0.2-0.5");
    assertEquals(3, part.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(0, Clips.meanError(whole.get(2 + i), part.get(i)));
    }

    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (int i = 0; i < 8; i++) {
      Inputs.png(pictures.resolve("p" + i + ".png"), 16, 16, 0xFF000000 | colour(i));
    }
    // A folder's pictures are 25 a second unless the user says otherwise.
    assertEquals(List.of(2, 3, 4), numbers(read(pictures, "0.08-0.2")));
    assertEquals(List.of(6, 7), numbers(read(pictures, "6f-")));
  }

  @Test
  void aPartBeyondTheEndIsRefusedWithTheLength() {
    Path file = video();
    InputException e = assertThrows(InputException.class, () -> read(file, "2.0-3"));
    assertTrue(e.getMessage().contains("20 frames"), e::getMessage);
    assertTrue(e.getMessage().contains("2.000 s"), e::getMessage);
    e = assertThrows(InputException.class, () -> read(file, "20f-"));
    assertTrue(e.getMessage().contains("beyond the end"), e::getMessage);
    e = assertThrows(InputException.class, () -> read(file, "500f-"));
    assertTrue(e.getMessage().contains("500f"), e::getMessage);
  }

  @Test
  void aPartBetweenFramesIsRefusedWithTheNextFrame() throws IOException {
    Path file = video();
    InputException e = assertThrows(InputException.class, () -> read(file, "0.51-0.59"));
    assertTrue(e.getMessage().contains("0.600 s"), e::getMessage);
    assertTrue(e.getMessage().contains("6f"), e::getMessage);
    try (FrameSource source = VideoReader.open(file)) {
      assertThrows(InputException.class, () -> Stretch.find(source, Part.parse("15f-0.2"), "clip"));
    }
  }

  @Test
  void whatIsRefusedIsClosed() {
    MemorySource source = MemorySource.of(Clips.gradients(16, 16, 3));
    assertThrows(InputException.class, () -> PartSource.of(source, Part.parse("5f-"), "clip"));
    assertTrue(source.isClosed());
  }

  @Test
  void nothingIsReadBeyondThePart() throws IOException {
    // Reading frame 6 would throw: only the first frame after the part may be looked at.
    MemorySource source = MemorySource.failing(Clips.gradients(16, 16, 10), 6);
    try (FrameSource part = PartSource.of(source, Part.parse("2f-5f"), "clip")) {
      assertEquals(OptionalLong.of(3), part.info().frameCount());
      assertEquals(OptionalLong.of(2), part.skip());
      assertEquals(2, Inputs.readAll(part).size());
      assertNull(part.next());
      assertEquals(OptionalLong.empty(), part.skip());
    }
  }

  @Test
  void theSpanOfAPartGoesFromItsFirstFrameToTheNextAfterIt() throws IOException {
    Path file = video();
    assertEquals("500 1200", span(file, "0.45-1.15"));
    assertEquals("500 OPEN", span(file, "5f-"));
    assertEquals("500 OPEN", span(file, "5f-90f"));
    // No frame follows, and sound must not go on beyond what was asked for.
    assertEquals("500 5000", span(file, "5f-5"));
  }

  private static String span(Path file, String part) throws IOException {
    try (FrameSource source = VideoReader.open(file)) {
      var span = Stretch.find(source, Part.parse(part), "clip").span();
      double unit = 1000.0 * span.base().num() / span.base().den();
      return Math.round(span.start() * unit)
          + " "
          + (span.end().isPresent() ? Math.round(span.end().getAsLong() * unit) : "OPEN");
    }
  }

  @Test
  void aPartOfARealVideoHasThePixelsOfTheWhole() throws IOException {
    Path flower = SharedData.require("flowers/mdn_flower_bloom.mp4");
    List<Frame> whole;
    try (FrameSource source = VideoReader.open(flower)) {
      whole = Inputs.read(source, 64);
    }
    // 1.9 s at 30000/1001 frames a second: the first frame not before it is number 57.
    List<Frame> part = read(flower, "1.9-64f");
    assertEquals(64 - 57, part.size());
    for (int i = 0; i < part.size(); i++) {
      assertEquals(whole.get(57 + i).pts(), part.get(i).pts());
      assertEquals(0, Clips.meanError(whole.get(57 + i), part.get(i)));
    }
  }

  @Test
  void aVideoFromZeroKeepsItsDistances() throws IOException {
    try (FrameSource moved =
        new FromZero(MemorySource.of(Clips.gradients(16, 16, 70, 75, 90, 100)))) {
      assertEquals(OptionalLong.of(0), moved.skip());
      assertEquals(List.of(5L, 20L, 30L), Inputs.times(Inputs.readAll(moved)));
    }
  }

  @Test
  void readersTakeNamesOfParts() throws IOException {
    Path file = video();
    Path name = Path.of(file + "#0.5-7f");
    try (InputReader here = InputReader.here(ReadOptions.defaults());
        InputReader isolated = InputReader.isolated(ReadOptions.defaults())) {
      for (InputReader reader : List.of(here, isolated)) {
        try (FrameSource source = reader.open(name)) {
          assertEquals(List.of(5, 6), numbers(Inputs.readAll(source)));
        }
      }
    }
  }
}
