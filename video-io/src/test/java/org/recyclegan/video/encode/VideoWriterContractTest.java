package org.recyclegan.video.encode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;

/** What every kind of output promises. */
class VideoWriterContractTest {

  private static final WriteOptions DEFAULTS = WriteOptions.defaults();
  private static final FrameRate NTSC = new FrameRate(30000, 1001);

  private final Path folder;

  VideoWriterContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<String> outputs() {
    return List.of("out.mp4", "out.m4v", "out.mov", "out.webm", "out.mkv", "out.gif", "out");
  }

  static Stream<Arguments> outputsAndSizes() {
    return outputs().stream()
        .flatMap(
            out ->
                Stream.of(
                    Arguments.of(out, 64, 48),
                    Arguments.of(out, 101, 65),
                    Arguments.of(out, 64, 14),
                    Arguments.of(out, 1, 1)));
  }

  /** Half a tick of the container's clock; zero where times are exact. */
  private static double tolerance(String out) {
    if (out.endsWith(".gif")) {
      return 0.005 + 1e-9;
    }
    return out.endsWith(".webm") || out.endsWith(".mkv") ? 0.0005 + 1e-9 : 1e-12;
  }

  @ParameterizedTest
  @MethodSource("outputsAndSizes")
  void sizeCountPicturesAndTimesAreKept(String name, int width, int height) throws IOException {
    Path out = folder.resolve(name);
    List<Frame> frames = Clips.gradients(width, height, 7);
    WrittenVideo.write(out, VideoInfo.constantRate(width, height, NTSC), DEFAULTS, frames);

    List<Frame> back = WrittenVideo.frames(out);
    assertEquals(frames.size(), back.size());
    for (int i = 0; i < back.size(); i++) {
      assertEquals(width, back.get(i).width());
      assertEquals(height, back.get(i).height());
      double error = Clips.meanError(frames.get(i), back.get(i));
      assertTrue(error < 6, "frame " + i + " differs by " + error);
    }
    assertTimes(name, List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L), NTSC.timeBase(), out);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void variableFrameRateIsKept(String name) throws IOException {
    Path out = folder.resolve(name);
    TimeBase unit = new TimeBase(1, 90000);
    VideoInfo like = new VideoInfo(32, 32, FrameRate.of(10), unit, OptionalLong.empty(), false);
    List<Frame> frames = Clips.gradients(32, 32, 0, 3003, 12012, 45045, 46800, 90001);
    WrittenVideo.write(out, like, DEFAULTS, frames);
    assertTimes(name, frames.stream().map(Frame::pts).toList(), unit, out);
  }

  private static void assertTimes(String name, List<Long> pts, TimeBase unit, Path out)
      throws IOException {
    List<Double> seconds = WrittenVideo.seconds(out);
    assertEquals(pts.size(), seconds.size());
    for (int i = 0; i < pts.size(); i++) {
      assertEquals(unit.seconds(pts.get(i)), seconds.get(i), tolerance(name), "frame " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"out.mp4", "out.mov", "out.webm", "out.mkv"})
  void averageFrameRateIsTheSources(String name) throws IOException {
    Path out = folder.resolve(name);
    WrittenVideo.write(
        out, VideoInfo.constantRate(32, 32, NTSC), DEFAULTS, Clips.gradients(32, 32, 20));
    assertEquals(NTSC, DecodedFile.read(out).averageRate());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void existingOutputIsRefusedAndSurvivesUntilTheNewOneIsComplete(String name) throws IOException {
    Path out = folder.resolve(name);
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    WrittenVideo.write(out, like, DEFAULTS, Clips.gradients(32, 32, 3));

    InputException refused =
        assertThrows(InputException.class, () -> VideoWriter.create(out, like, DEFAULTS));
    assertTrue(refused.toString().contains("`force`"), refused::toString);
    WriteOptions force = DEFAULTS.withOverwrite(true);
    try (VideoWriter abandoned = VideoWriter.create(out, like, force)) {
      abandoned.write(Clips.gradient(32, 32, 0, 0));
    }
    assertEquals(3, WrittenVideo.frames(out).size());
    WrittenVideo.write(out, like, force, Clips.gradients(32, 32, 2));
    assertEquals(2, WrittenVideo.frames(out).size());
    assertEquals(List.of(out), children());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void nothingExistsBeforeCommitAndNothingIsLeftWithoutIt(String name) throws IOException {
    Path out = folder.resolve(name);
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    try (VideoWriter writer = VideoWriter.create(out, like, DEFAULTS)) {
      writer.write(Clips.gradient(32, 32, 0, 0));
      assertFalse(Files.exists(out));
    }
    assertEquals(List.of(), children());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void emptyVideoIsRefusedAndNothingIsLeft(String name) throws IOException {
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    try (VideoWriter writer = VideoWriter.create(folder.resolve(name), like, DEFAULTS)) {
      assertThrows(InputException.class, writer::commit);
    }
    assertEquals(List.of(), children());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void wrongSizeAndWrongOrderAreRejected(String name) throws IOException {
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    try (VideoWriter writer = VideoWriter.create(folder.resolve(name), like, DEFAULTS)) {
      Frame wide = Clips.gradient(34, 32, 0, 0);
      assertThrows(IllegalArgumentException.class, () -> writer.write(wide));
      writer.write(Clips.gradient(32, 32, 0, 7));
      Frame again = Clips.gradient(32, 32, 1, 7);
      assertThrows(IllegalArgumentException.class, () -> writer.write(again));
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void fileSaysThatItIsSynthetic(String name) throws IOException {
    Path out = folder.resolve(name);
    VideoInfo like = VideoInfo.constantRate(32, 32, FrameRate.of(5));
    WrittenVideo.write(out, like, DEFAULTS, Clips.gradients(32, 32, 2));
    if (Files.isDirectory(out)) {
      byte[] png = Files.readAllBytes(out.resolve("frame-000001.png"));
      assertTrue(new String(png, ISO_8859_1).contains("tEXtComment\0" + SyntheticTag.COMMENT));
    } else {
      assertEquals(SyntheticTag.COMMENT, DecodedFile.read(out).comment().orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({"out.mp4", "out.mov", "out.webm", "out.mkv", "out.gif"})
  void sameFramesGiveTheSameBytes(String name) throws IOException {
    VideoInfo like = VideoInfo.constantRate(64, 64, FrameRate.of(5));
    Path first = folder.resolve("first-" + name);
    Path second = folder.resolve("second-" + name);
    WrittenVideo.write(first, like, DEFAULTS, Clips.gradients(64, 64, 5));
    WrittenVideo.write(second, like, DEFAULTS, Clips.gradients(64, 64, 5));
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @ParameterizedTest
  @CsvSource({
    "out.mp4, 96, 6",
    "out.mov, 96, 6",
    "out.webm, 96, 6",
    "out.mp4, 720, 1",
    "out.webm, 720, 1",
    "out.mkv, 96, 0",
  })
  void matrixFollowsTheHeightAndIsTagged(String name, int height, int matrix) throws IOException {
    Path out = folder.resolve(name);
    VideoInfo like = VideoInfo.constantRate(64, height, FrameRate.of(5));
    WrittenVideo.write(out, like, DEFAULTS, Clips.gradients(64, height, 2));
    assertEquals(matrix, DecodedFile.read(out).matrix(), "ISO/IEC 23091-2 matrix coefficients");
  }

  /**
   * The middles of flat squares: what is lost there is the matrix's rounding (2) and quantization,
   * not chroma resolution. A wrong matrix is wrong by 20 and more.
   */
  @ParameterizedTest
  @CsvSource({
    "out.mp4, 128, 96, 5",
    "out.mov, 128, 96, 5",
    "out.webm, 128, 96, 5",
    "out.mp4, 1280, 720, 5",
    "out.webm, 1280, 720, 5",
    "out.mp4, 129, 97, 5",
    "out.mov, 129, 97, 0",
    "out.mkv, 128, 96, 0",
    "out.gif, 128, 96, 2",
    "out, 128, 96, 0",
  })
  void colourChartSurvives(String name, int width, int height, int allowed) throws IOException {
    Path out = folder.resolve(name);
    VideoInfo like = VideoInfo.constantRate(width, height, FrameRate.of(5));
    WrittenVideo.write(
        out, like, DEFAULTS, List.of(Clips.chart(width, height, 0), Clips.chart(width, height, 1)));
    for (Frame frame : WrittenVideo.frames(out)) {
      int worst = Clips.worstChartError(frame);
      assertTrue(worst <= allowed, "off by " + worst);
    }
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }
}
