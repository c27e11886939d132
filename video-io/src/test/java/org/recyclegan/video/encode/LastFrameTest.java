package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;
import org.recyclegan.video.decode.VideoReader;

/** How long the last frame is shown, which no next frame tells; and clocks that are too coarse. */
class LastFrameTest {

  private static final TimeBase CENTISECONDS = new TimeBase(1, 100);
  private static final FrameRate TEN = FrameRate.of(10);

  private final Path folder;

  LastFrameTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static VideoInfo info(FrameRate rate, TimeBase unit) {
    return new VideoInfo(32, 32, rate, unit, java.util.OptionalLong.empty(), false);
  }

  /** Four frames of 0.1 s, then one of 3 s. */
  private Path hold(String name) throws IOException {
    Path out = folder.resolve(name);
    List<Frame> frames = Clips.gradients(32, 32, 0, 10, 20, 30);
    try (VideoWriter writer =
        VideoWriter.create(out, info(TEN, CENTISECONDS), WriteOptions.defaults())) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
      Frame last = Clips.gradient(32, 32, 4, 40);
      writer.write(new Frame(32, 32, last.rgb(), 40, 300, /* damaged= */ false));
      writer.commit();
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gif", "a.mp4", "a.mov", "a.mkv", "a.webm"})
  void isReadAsItWasWritten(String name) throws IOException {
    try (FrameSource source = VideoReader.open(hold(name))) {
      List<Frame> frames = Inputs.readAll(source);
      Frame last = frames.get(frames.size() - 1);
      assertEquals(5, frames.size());
      assertEquals(0.4, source.info().timeBase().seconds(last.pts()), 0.001);
      assertEquals(3, source.info().timeBase().seconds(last.duration()), 0.001);
      assertEquals(List.of(), source.warnings());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.gif", "b.mp4", "b.mkv"})
  void survivesACopy(String name) throws IOException {
    Path out = folder.resolve(name);
    try (FrameSource source = VideoReader.open(hold("a.gif"));
        VideoWriter writer = VideoWriter.create(out, source.info(), WriteOptions.defaults())) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        writer.write(frame.withPixels(frame.width(), frame.height(), frame.rgb()));
      }
      writer.commit();
    }
    VideoDescription description = VideoReader.describe(out);
    Double seconds = description.durationSeconds();
    assertEquals(3.4, seconds == null ? 0 : seconds, 0.001);
  }

  /** No delay is below two hundredths, which players show as ten, and the length is right. */
  @ParameterizedTest
  @ValueSource(ints = {30, 50, 60, 100, 240})
  void gifOfAnyRatePlaysAtItsSpeed(int rate) throws IOException {
    FrameRate perSecond = FrameRate.of(rate);
    Path out = folder.resolve("fast.gif");
    int count = rate / 2;
    List<String> warnings;
    try (VideoWriter writer =
        VideoWriter.create(out, info(perSecond, perSecond.timeBase()), WriteOptions.defaults())) {
      for (Frame frame : Clips.gradients(32, 32, count)) {
        writer.write(frame);
      }
      writer.commit();
      warnings = writer.warnings();
    }
    List<Frame> frames = Inputs.readAll(out);
    Frame last = frames.get(frames.size() - 1);
    assertEquals(50, last.pts() + last.duration());
    for (int i = 1; i < frames.size(); i++) {
      long delay = frames.get(i).pts() - frames.get(i - 1).pts();
      // FFmpeg's reader makes ten of less than two.
      assertEquals(Math.max(2, 100.0 / rate), (double) delay, 1, "frame " + i);
    }
    assertEquals(Math.min(count, 25), frames.size());
    assertEquals(rate > 50 ? 1 : 0, warnings.size());
  }

  @Test
  void moreThanAThousandASecondDoNotPushEachOtherOnInMatroska() throws IOException {
    FrameRate rate = FrameRate.of(4000);
    Path out = folder.resolve("fast.mkv");
    try (VideoWriter writer =
        VideoWriter.create(out, info(rate, rate.timeBase()), WriteOptions.defaults())) {
      for (Frame frame : Clips.gradients(32, 32, 400)) {
        writer.write(frame);
      }
      writer.commit();
      assertEquals(1, writer.warnings().size());
    }
    List<Double> seconds = DecodedFile.read(out).seconds();
    assertEquals(0.1, seconds.get(seconds.size() - 1), 0.002);
  }
}
