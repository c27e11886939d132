package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoDescription;

class TimingTest {

  private final Path folder;

  TimingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void variableRateIsKeptToTheTick() throws IOException {
    List<Long> times = List.of(0L, 1001L, 1002L, 5000L, 90001L);
    Path file =
        Inputs.plain(8, 8, 1, 2, 3, 4, 5).times(1, 30000, times).write(folder.resolve("v.mov"));
    try (FrameSource source = VideoReader.open(file)) {
      TimeBase timeBase = source.info().timeBase();
      List<Frame> frames = Inputs.readAll(source);
      for (int i = 0; i < times.size(); i++) {
        // Exact: the muxer may have chosen a finer base, so compare cross products.
        assertEquals(times.get(i) * timeBase.den(), frames.get(i).pts() * timeBase.num() * 30000);
      }
    }
    VideoDescription.Picture picture = VideoReader.describe(file).streams().get(0).picture();
    assertEquals(true, picture == null ? null : picture.timing().variableRate());
  }

  @Test
  void startOfTheContainerIsZero() throws IOException {
    Path file =
        Inputs.plain(8, 8, 1, 2, 3)
            .times(1, 10, List.of(50L, 51L, 52L))
            .write(folder.resolve("late.mkv"));
    // Matroska counts in milliseconds.
    assertEquals(List.of(0L, 100L, 200L), Inputs.times(Inputs.readAll(file)));
  }

  @Test
  void framesComeInTheOrderTheyAreShownAndNoneStaysInTheDecoder() throws IOException {
    int count = 25;
    Path file =
        new TestVideo(
                "mpeg4", AV_PIX_FMT_YUV420P, 32, 32, (f, p, x, y) -> p == 0 ? 20 + 8 * f : 128)
            .frames(count)
            .codec(codec -> codec.max_b_frames(2).bit_rate(4_000_000))
            .write(folder.resolve("b.mp4"));
    List<Frame> frames = Inputs.readAll(file);
    assertEquals(count, frames.size());
    for (int i = 1; i < count; i++) {
      assertTrue(frames.get(i).rgb()[0] != frames.get(i - 1).rgb()[0]);
      assertTrue(
          Inputs.pixel(frames.get(i), 9, 9) > Inputs.pixel(frames.get(i - 1), 9, 9), "frame " + i);
    }
  }

  @Test
  void interlacedPicturesAreMadeWholeOneForOne() throws IOException {
    // Odd rows are from half a frame later: a bright bar that moves down the picture shows combs.
    Path file =
        new TestVideo(
                "mpeg2video",
                AV_PIX_FMT_YUV420P,
                64,
                64,
                (f, p, x, y) -> p != 0 ? 128 : Math.abs(x - 4 * (2 * f + y % 2)) < 8 ? 230 : 30)
            .times(1, 25, List.of(0L, 1L, 2L, 3L, 4L, 5L))
            .codec(
                codec ->
                    codec.bit_rate(8_000_000).flags(codec.flags() | AV_CODEC_FLAG_INTERLACED_DCT))
            .frame(
                frame ->
                    frame.flags(
                        frame.flags()
                            | AVFrame.AV_FRAME_FLAG_INTERLACED
                            | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST))
            .write(folder.resolve("interlaced.mkv"));
    List<Frame> frames = Inputs.readAll(file);
    assertEquals(List.of(0L, 40L, 80L, 120L, 160L, 200L), Inputs.times(frames));
    // As stored, a quarter of all pixels of frame 3 differ from the row above by 200.
    assertTrue(combing(frames.get(3)) < 300, () -> "combed pixels: " + combing(frames.get(3)));
    VideoDescription.Picture picture = VideoReader.describe(file).streams().get(0).picture();
    assertEquals("top field first", picture == null ? null : picture.fieldOrder());
  }

  @Test
  void missingAndRepeatedTimesAreReplacedAndCounted() {
    ReadLog log = new ReadLog();
    Timeline timeline = new Timeline(1000, 40, log);
    assertEquals(0, timeline.next(1000));
    assertEquals(40, timeline.next(AV_NOPTS_VALUE));
    assertEquals(80, timeline.next(1080));
    assertEquals(81, timeline.next(1080));
    assertEquals(82, timeline.next(1000));
    assertEquals(120, timeline.next(1120));
    assertEquals(
        List.of(
            "Frames without a timestamp, timed by the frame rate instead: 1.",
            "Frames not later than the one before, moved by one tick: 2."),
        log.sentences());
  }

  private static int combing(Frame frame) {
    int combed = 0;
    for (int y = 1; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int above = Inputs.pixel(frame, x, y - 1) & 255;
        if (Math.abs((Inputs.pixel(frame, x, y) & 255) - above) > 100) {
          combed++;
        }
      }
    }
    return combed;
  }
}
