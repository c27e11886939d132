package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10LE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.Size;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;

/** What comes back when the reader reads what the writer wrote, for every kind of output. */
class RoundTripTest {

  private static final WriteOptions DEFAULTS = WriteOptions.defaults();
  private static final FrameRate NTSC = new FrameRate(30000, 1001);

  /** Levels that a flat colour may be off, and half a tick of the container's clock in seconds. */
  private record Promise(int levels, double seconds) {}

  private static final ImmutableMap<String, Promise> OUTPUTS =
      ImmutableMap.of(
          "out.mp4", new Promise(5, 0),
          "out.m4v", new Promise(5, 0),
          "out.mov", new Promise(5, 0),
          "out.webm", new Promise(5, 0.0005),
          "out.mkv", new Promise(0, 0.0005),
          "out.gif", new Promise(2, 0.005),
          "out", new Promise(0, 0));

  private final Path folder;

  RoundTripTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> outputs() {
    return OUTPUTS.keySet().stream();
  }

  static Stream<Arguments> outputsAndSizes() {
    return outputs()
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, 128, 96),
                    Arguments.of(name, 101, 65),
                    Arguments.of(name, 161, 121)));
  }

  private static Promise promise(String name) {
    Promise promise = OUTPUTS.get(name);
    assertTrue(promise != null, name);
    return promise;
  }

  private Path write(String name, VideoInfo like, List<Frame> frames) throws IOException {
    Path out = folder.resolve(name);
    WrittenVideo.write(out, like, DEFAULTS, frames);
    return out;
  }

  /** Reads a video and writes it as it is, as retargeting does with frames of its own. */
  private Path copy(Path source, String name) throws IOException {
    Path out = folder.resolve(name);
    try (FrameSource from = VideoReader.open(source);
        VideoWriter to = VideoWriter.create(out, from.info(), DEFAULTS.withAudioFrom(source))) {
      for (Frame frame = from.next(); frame != null; frame = from.next()) {
        to.write(frame);
      }
      to.commit();
      assertEquals(List.of(), from.warnings());
      assertEquals(List.of(), to.warnings());
    }
    return out;
  }

  private static List<Double> seconds(Path file) throws IOException {
    ReadOptions days =
        ReadOptions.defaults().withLimits(ReadLimits.DEFAULTS.withMaxSeconds(2 * 86_400));
    try (FrameSource source = VideoReader.open(file, days)) {
      TimeBase unit = source.info().timeBase();
      return Inputs.readAll(source).stream().map(frame -> unit.seconds(frame.pts())).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("outputsAndSizes")
  void coloursAndSizeComeBack(String name, int width, int height) throws IOException {
    List<Frame> frames = List.of(Clips.chart(width, height, 0), Clips.chart(width, height, 1));
    Path out = write(name, VideoInfo.constantRate(width, height, NTSC), frames);
    List<Frame> back = Inputs.readAll(out);
    assertEquals(2, back.size());
    for (Frame frame : back) {
      assertEquals(new Size(width, height), new Size(frame.width(), frame.height()));
      int worst = Clips.worstChartError(frame);
      assertTrue(worst <= promise(name).levels(), "off by " + worst);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.mkv", "out", "out.mov"})
  void losslessOutputsComeBackToTheBit(String name) throws IOException {
    // An odd size, for which MOV has no lossy codec.
    List<Frame> frames = Clips.gradients(101, 65, 3);
    List<Frame> back = Inputs.readAll(write(name, VideoInfo.constantRate(101, 65, NTSC), frames));
    assertEquals(frames.size(), back.size());
    for (int i = 0; i < back.size(); i++) {
      assertArrayEquals(frames.get(i).rgb(), back.get(i).rgb());
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void onePixelComesBack(String name) throws IOException {
    byte[] colour = {(byte) 200, 80, 40};
    Path out = write(name, VideoInfo.constantRate(1, 1, NTSC), List.of(new Frame(1, 1, colour, 0)));
    List<Frame> back = Inputs.readAll(out);
    assertEquals(1, back.size());
    for (int c = 0; c < colour.length; c++) {
      assertEquals(colour[c] & 255, back.get(0).rgb()[c] & 255, promise(name).levels());
    }
  }

  static Stream<Arguments> outputsAndTimes() {
    return outputs()
        .filter(name -> !name.equals("out"))
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, 1001, 30000, List.of(0L, 1L, 2L, 3L, 4L)),
                    Arguments.of(name, 1, 16000, List.of(0L, 640L, 1280L, 2561L, 9999L)),
                    Arguments.of(name, 1, 90000, List.of(0L, 3003L, 12012L, 90001L, 900_000L)),
                    Arguments.of(name, 1, 1_000_000, List.of(0L, 40_000L, 80_001L, 33_000_000L))));
  }

  @ParameterizedTest
  @MethodSource("outputsAndTimes")
  void timesComeBack(String name, int num, int den, List<Long> pts) throws IOException {
    TimeBase unit = new TimeBase(num, den);
    VideoInfo like = new VideoInfo(32, 32, NTSC, unit, OptionalLong.empty(), false);
    long[] ticks = pts.stream().mapToLong(Long::longValue).toArray();
    List<Double> back = seconds(write(name, like, Clips.gradients(32, 32, ticks)));
    assertEquals(pts.size(), back.size());
    for (int i = 0; i < ticks.length; i++) {
      double expected = unit.seconds(ticks[i]);
      assertEquals(expected, back.get(i), promise(name).seconds() + 1e-9, "frame " + i);
    }
  }

  /** A day of 90 kHz does not fit the 32 bits of MP4, 11 minutes do not fit the 16 of GIF. */
  @ParameterizedTest
  @CsvSource({
    "out.mp4, 86400, false",
    "out.mov, 86400, false",
    "out.gif, 656, false",
    "out.mp4, 23000, true",
    "out.gif, 655, true",
    "out.mkv, 86400, true",
    "out.webm, 86400, true"
  })
  void pauseIsKeptOrRefused(String name, long seconds, boolean kept) throws IOException {
    VideoInfo like =
        new VideoInfo(32, 32, NTSC, new TimeBase(1, 90000), OptionalLong.empty(), false);
    List<Frame> frames = Clips.gradients(32, 32, 0, 3600, 3600 + 90000 * seconds);
    if (kept) {
      assertEquals(0.04 + seconds, seconds(write(name, like, frames)).get(2), 1e-9);
    } else {
      InputException e = assertThrows(InputException.class, () -> write(name, like, frames));
      assertTrue(e.toString().contains("found " + seconds + " s"), e::toString);
      assertFalse(Files.exists(folder.resolve(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.mp4", "out.m4v", "out.mov", "out.webm", "out.mkv"})
  void rateAndCountComeBackWithTheSound(String name) throws IOException {
    Path sound = Clips.wav(folder.resolve("tone.wav"), 1.5);
    Path out = folder.resolve(name);
    WrittenVideo.write(
        out,
        VideoInfo.constantRate(32, 32, NTSC),
        DEFAULTS.withAudioFrom(sound),
        Clips.gradients(32, 32, 45));
    boolean heard = !name.endsWith(".webm");
    try (FrameSource source = VideoReader.open(out)) {
      assertEquals(NTSC, source.info().rate());
      assertEquals(45, source.info().frameCount().orElseThrow());
      assertEquals(45, Inputs.readAll(source).size());
      assertEquals(List.of(), source.warnings());
      assertEquals(AudioPayload.read(out).bytes() > 0, source.info().hasAudio());
      if (heard) {
        assertEquals(AudioPayload.read(sound).hash(), AudioPayload.read(out).hash());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void shortestClipsComeBack(String name) throws IOException {
    for (int count : new int[] {1, 2}) {
      Path out = write(count + name, VideoInfo.constantRate(48, 32, NTSC), clip(48, 32, count));
      assertEquals(count, Inputs.readAll(out).size());
      assertEquals(count, Inputs.readAll(copy(out, "copy" + count + name)).size());
    }
  }

  private static List<Frame> clip(int width, int height, int count) {
    return Clips.gradients(width, height, count);
  }

  /** Sources that need more than copying of samples; all of them are smooth. */
  enum Source {
    TEN_BIT(64, 48) {
      @Override
      TestVideo video() {
        return new TestVideo(
            "ffv1",
            AV_PIX_FMT_YUV422P10LE,
            64,
            48,
            (f, plane, x, y) -> plane == 0 ? 64 + 8 * x + 4 * y + f : 512 + 4 * x - 4 * y);
      }
    },
    TURNED(48, 64) {
      @Override
      TestVideo video() {
        return smooth(64, 48)
            .sideData(AV_PKT_DATA_DISPLAYMATRIX, 0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30);
      }
    },
    INTERLACED(64, 48) {
      @Override
      TestVideo video() {
        return new TestVideo(
                "ffv1",
                AV_PIX_FMT_YUV420P,
                64,
                48,
                (f, plane, x, y) -> plane == 0 ? 40 + 2 * x + 4 * (2 * f + y % 2) : 128)
            .codec(codec -> codec.field_order(2))
            .frame(
                frame ->
                    frame.flags(
                        frame.flags()
                            | AVFrame.AV_FRAME_FLAG_INTERLACED
                            | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST));
      }
    },
    ANAMORPHIC(128, 48) {
      @Override
      TestVideo video() {
        return smooth(64, 48).codec(codec -> codec.sample_aspect_ratio().num(2).den(1));
      }
    };

    private final int width;
    private final int height;

    Source(int width, int height) {
      this.width = width;
      this.height = height;
    }

    abstract TestVideo video();

    private static TestVideo smooth(int width, int height) {
      return new TestVideo(
          "ffv1",
          AV_PIX_FMT_BGR0,
          width,
          height,
          (f, plane, x, y) -> x % 4 == 0 ? x / 2 : x % 4 == 1 ? 3 * y : 60 * f);
    }
  }

  static Stream<Arguments> sourcesAndOutputs() {
    return Stream.of(Source.values())
        .flatMap(
            source ->
                Stream.of("out.mp4", "out.mov", "out.webm", "out.mkv")
                    .map(name -> Arguments.of(source, name)));
  }

  @ParameterizedTest
  @MethodSource("sourcesAndOutputs")
  void awkwardSourcesAreTheSameAfterCopying(Source source, String name) throws IOException {
    Path file = source.video().write(folder.resolve("source.mov"));
    List<Frame> before = Inputs.readAll(file);
    Path out = copy(file, name);
    List<Frame> after = Inputs.readAll(out);
    assertEquals(4, before.size());
    assertEquals(before.size(), after.size());
    for (int i = 0; i < after.size(); i++) {
      Frame frame = after.get(i);
      assertEquals(source.width, frame.width());
      assertEquals(source.height, frame.height());
      double error = Clips.meanError(before.get(i), frame);
      assertTrue(error < (name.endsWith(".mkv") ? 1e-9 : 2.5), "frame " + i + ": " + error);
    }
    List<Double> times = seconds(file);
    List<Double> copied = seconds(out);
    for (int i = 0; i < times.size(); i++) {
      assertEquals(times.get(i), copied.get(i), promise(name).seconds() + 1e-9);
    }
    assertEquals(source == Source.INTERLACED ? "top field first" : "progressive", fieldOrder(file));
    assertEquals("progressive", fieldOrder(out), "what is written is never interlaced");
  }

  private static String fieldOrder(Path file) throws IOException {
    for (VideoDescription.Stream stream : VideoReader.describe(file).streams()) {
      VideoDescription.Picture picture = stream.picture();
      if (picture != null && picture.fieldOrder() != null) {
        return picture.fieldOrder();
      }
    }
    return "progressive";
  }

  @ParameterizedTest
  @CsvSource({"64, 48", "63, 47"})
  void animationBecomesAVideo(int width, int height) throws IOException {
    int[] levels = {0b00000011, 0b00011100, 0b11100000, 0b11111111};
    Path gif =
        new TestVideo("gif", AV_PIX_FMT_RGB8, width, height, (f, plane, x, y) -> levels[f])
            .times(1, 100, List.of(0L, 7L, 30L, 31L))
            .write(folder.resolve("a.gif"));
    Path out = copy(gif, "out.mp4");
    List<Frame> before = Inputs.readAll(gif);
    List<Frame> after = Inputs.readAll(out);
    assertEquals(4, after.size());
    for (int i = 0; i < after.size(); i++) {
      assertTrue(Clips.meanError(before.get(i), after.get(i)) < 3, "frame " + i);
    }
    assertEquals(seconds(gif), seconds(out));
    assertEquals(List.of(0.0, 0.07, 0.3, 0.31), seconds(out));
  }

  /**
   * The moments are in the pictures' file of times; as a folder of pictures they are a tick apart.
   */
  @Test
  void folderOfPicturesComesBackAtTheRateThatIsAskedFor() throws IOException {
    Path out = write("out", VideoInfo.constantRate(9, 7, NTSC), clip(9, 7, 12));
    try (FrameSource source = VideoReader.open(out, ReadOptions.defaults().withPictureRate(NTSC))) {
      assertEquals(NTSC, source.info().rate());
      List<Long> ticks = new ArrayList<>();
      Inputs.readAll(source).forEach(frame -> ticks.add(frame.pts()));
      assertEquals(IntStream.range(0, 12).mapToObj(Long::valueOf).toList(), ticks);
    }
  }
}
