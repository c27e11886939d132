package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestSound;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Recordings appended to each other: the clock of the second one starts again. */
class JoinedRecordingsTest {

  private static final int FRAMES = 50;
  private static final double FRAME = 0.04;
  private static final int SOUND_PACKETS = 84;
  private static final double SOUND_PACKET = 0.024;

  private final Path folder;

  JoinedRecordingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path part(String name, String codec, int width, long firstTick) throws IOException {
    Path sound = TestSound.mp2(folder.resolve("sound.mp2"), SOUND_PACKETS);
    return silent(codec, width, firstTick).besides(sound, 0).write(folder.resolve(name));
  }

  private static TestVideo silent(String codec, int width, long firstTick) {
    return new TestVideo(
            codec,
            AV_PIX_FMT_YUV420P,
            width,
            48,
            (f, plane, x, y) -> plane == 0 ? 20 + 4 * f + x % 8 : 128)
        .times(1, 25, LongStream.range(firstTick, firstTick + FRAMES).boxed().toList())
        .codec(context -> context.bit_rate(2_000_000).gop_size(12).max_b_frames(2));
  }

  private Path join(String name, Path... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Path part : parts) {
      bytes.writeBytes(Files.readAllBytes(part));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static List<String> copy(Path source, Path out) throws IOException {
    try (FrameSource frames = VideoReader.open(source);
        VideoWriter writer =
            VideoWriter.create(out, frames.info(), WriteOptions.defaults().withAudioFrom(source))) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        writer.write(frame);
      }
      writer.commit();
      return frames.warnings();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ts", "vob", "mpg", "mkv"})
  void picturesAndSoundGoOnTogether(String extension) throws IOException {
    Path one = part("one." + extension, "mpeg2video", 64, 0);
    Path two = part("two." + extension, "mpeg2video", 64, 0);
    Path joined = join("joined." + extension, one, two);
    Path out = folder.resolve("out.mp4");
    List<String> warnings = copy(joined, out);
    List<Double> pictures = DecodedFile.read(out).seconds();
    List<Double> sound = TestSound.seconds(out);
    assertTrue(warnings.toString().contains("start again"), warnings::toString);
    // An MPEG program stream may lose the last picture of a part: FFmpeg's own command does, too.
    assertEquals(2 * FRAMES, pictures.size(), 1);
    assertEquals(2 * SOUND_PACKETS, sound.size(), 1);
    requireEven(pictures, FRAME);
    requireEven(sound, SOUND_PACKET);
    double end = pictures.get(pictures.size() - 1) + FRAME;
    assertEquals(2 * FRAMES * FRAME, end, 0.1);
    assertEquals(end, sound.get(sound.size() - 1) + SOUND_PACKET, 0.1);
  }

  /** At the seam there may be a pause, where one of the two had ended before the other. */
  private static void requireEven(List<Double> seconds, double step) {
    for (int i = 1; i < seconds.size(); i++) {
      double found = seconds.get(i) - seconds.get(i - 1);
      assertTrue(found > step / 2 && found < step + 0.1, "step " + found + " at " + i);
    }
  }

  @Test
  void whatIsAnnouncedIsTheWhole() throws IOException {
    Path part = part("part.ts", "mpeg2video", 64, 0);
    Path joined = join("joined.ts", part, part, part);
    VideoDescription description = VideoReader.describe(joined);
    assertEquals(3 * FRAMES, description.delivered().frameCount().orElseThrow());
    Double seconds = description.durationSeconds();
    assertEquals(3 * FRAMES * FRAME, seconds == null ? 0 : seconds, 0.2);
  }

  @ParameterizedTest
  @CsvSource({"0, 100000", "100000, 0", "5000, 4000"})
  void aClockMayBeFarAheadOrBehind(String first, String second) throws IOException {
    Path one = silent("mpeg2video", 64, Long.parseLong(first)).write(folder.resolve("one.ts"));
    Path two = silent("mpeg2video", 64, Long.parseLong(second)).write(folder.resolve("two.ts"));
    List<Frame> frames = Inputs.readAll(join("joined.ts", one, two));
    assertEquals(2 * FRAMES, frames.size());
    long length = frames.get(frames.size() - 1).pts() - frames.get(0).pts();
    assertEquals((2 * FRAMES - 1) * 3600.0, (double) length, 9000);
  }

  @Test
  void anotherSizeAndAnotherCodingAreFollowedAndSaid() throws IOException {
    Path one = part("one.ts", "mpeg2video", 64, 0);
    Path two = part("two.ts", "mpeg1video", 96, 0);
    Path three = part("three.ts", "mpeg4", 64, 0);
    try (FrameSource source = VideoReader.open(join("joined.ts", one, two, three))) {
      assertEquals(3 * FRAMES, Inputs.readAll(source).size(), 3);
      String said = source.warnings().toString();
      assertTrue(said.contains("another size"), said);
      assertTrue(said.contains("coding"), said);
    }
  }

  @Test
  void oneWrongTimeIsNoNewClock() {
    SeamFinderFeed feed = new SeamFinderFeed();
    for (int i = 0; i < 100; i++) {
      feed.add(i * 188L, i == 50 ? 3 * 3600 : (100 + i) * 3600L);
    }
    assertEquals(0, feed.finder.finish(0).count());
  }

  @Test
  void recordingsOfOneClockAreLeftAsTheyAre() throws IOException {
    Path part = part("part.ts", "mpeg2video", 64, 0);
    try (FrameSource source = VideoReader.open(part)) {
      Inputs.readAll(source);
      assertEquals(List.of(), source.warnings());
    }
  }

  /** Packets of video at given places. */
  private static final class SeamFinderFeed {
    private final SeamFinder finder = new SeamFinder(new TimeBase(1, 90_000), 3600, true);

    void add(long position, long dts) {
      try (var packet = new org.bytedeco.ffmpeg.avcodec.AVPacket()) {
        packet.pos(position).dts(dts).pts(dts).duration(3600);
        finder.add(SeamFinder.VIDEO, packet, new TimeBase(1, 90_000));
      }
    }
  }
}
