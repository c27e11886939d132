package org.recyclegan.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.ReadAhead;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

/** Reading and writing against the ffmpeg command line, in frames a second. */
final class VideoRows {

  static final String SECTION = "Video";

  private static final Row.Target TARGET = Row.Target.atLeast(0.80);
  private static final String FLAGS = "accurate_rnd+full_chroma_int+full_chroma_inp";
  private static final int SIDE = 128;

  private final Setting setting;

  VideoRows(Setting setting) {
    this.setting = setting;
  }

  void measure() throws Exception {
    String decode = "decode, convert, resize to 128x128: frame rate over ffmpeg's";
    String encode = "encode 640x360 as FFV1: frame rate over ffmpeg's";
    if (!Commands.works("ffmpeg", "-version")) {
      for (String what : List.of(decode, encode)) {
        setting.report().row(SECTION, Row.notMeasured(what, TARGET, "no ffmpeg on the path"));
      }
      return;
    }
    Path clip = setting.clip();
    String size = "scale=" + SIDE + ":" + SIDE + ":flags=bicubic+" + FLAGS;
    String ours = "scale=" + TestClip.WIDTH + ":" + TestClip.HEIGHT + ":flags=bilinear+" + FLAGS;
    decode(clip, decode + ", in one step", size);
    decode(clip, decode + ", in our two steps", ours + ",format=rgb24," + size);
    encode(encode);
  }

  private void decode(Path clip, String what, String filter) throws Exception {
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () -> Pairs.clock(() -> ffmpegDecodes(clip, filter)),
            () -> Pairs.clock(() -> decodes(clip)));
    setting
        .report()
        .row(
            SECTION,
            new Row(what, TARGET, ratios, Setting.THREADS + " threads each; `-vf " + filter + "`"));
  }

  /** As {@code train} reads its videos. */
  private static void decodes(Path clip) throws Exception {
    Resampler resampler = Resampler.of(TestClip.WIDTH, TestClip.HEIGHT, SIDE, SIDE);
    try (FrameSource source =
        new ReadAhead(
            VideoReader.open(clip, ReadOptions.defaults().withCodecThreads(Setting.THREADS)))) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        var unused = resampler.apply(frame);
      }
    }
  }

  private static void ffmpegDecodes(Path clip, String filter) throws Exception {
    String threads = Integer.toString(Setting.THREADS);
    Commands.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-y",
            "-filter_threads",
            threads,
            "-threads",
            threads,
            "-i",
            clip.toString(),
            "-vf",
            filter,
            "-pix_fmt",
            "rgb24",
            "-f",
            "rawvideo",
            "/dev/null"));
  }

  private void encode(String what) throws Exception {
    List<Frame> frames = TestClip.frames(setting.frames() / 4);
    Path raw = setting.folder().resolve("frames.rgb");
    try (OutputStream out = Files.newOutputStream(raw)) {
      for (Frame frame : frames) {
        out.write(frame.rgb());
      }
    }
    Path out = setting.folder().resolve("coded.mkv");
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () -> Pairs.clock(() -> ffmpegEncodes(raw, out)),
            () -> Pairs.clock(() -> encodes(frames, out)));
    setting
        .report()
        .row(SECTION, new Row(what, TARGET, ratios, "2 threads each; the same settings"));
    Files.delete(raw);
  }

  private static void encodes(List<Frame> frames, Path out) throws Exception {
    WriteOptions options = WriteOptions.defaults().withOverwrite(true);
    try (VideoWriter writer = VideoWriter.create(out, TestClip.info(), options)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
      writer.commit();
    }
  }

  private static void ffmpegEncodes(Path raw, Path out) throws Exception {
    Commands.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-y",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            TestClip.WIDTH + "x" + TestClip.HEIGHT,
            "-r",
            "25",
            "-i",
            raw.toString(),
            "-pix_fmt",
            "bgr0",
            "-c:v",
            "ffv1",
            "-level",
            "3",
            "-slicecrc",
            "1",
            "-g",
            "50",
            "-threads",
            "2",
            out.toString()));
  }
}
