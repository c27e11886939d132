package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P12LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TestVideo;

/** Colours against the definition of each matrix: Y = Kr R + (1 - Kr - Kb) G + Kb B, and so on. */
class ColourTest {

  private static final int[] CHART = {
    0x000000, 0xFFFFFF, 0x808080, 0xFF0000, 0x00FF00, 0x0000FF, 0x00C000, 0xC08040, 0x2060A0
  };

  private final Path folder;

  ColourTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> matricesAndRanges() {
    List<Arguments> all = new ArrayList<>();
    for (int range : new int[] {AVCOL_RANGE_MPEG, AVCOL_RANGE_JPEG, AVCOL_RANGE_UNSPECIFIED}) {
      all.add(Arguments.of(AVCOL_SPC_BT709, range, 0.2126, 0.0722));
      all.add(Arguments.of(AVCOL_SPC_BT470BG, range, 0.299, 0.114));
      all.add(Arguments.of(AVCOL_SPC_SMPTE170M, range, 0.299, 0.114));
      all.add(Arguments.of(AVCOL_SPC_BT2020_NCL, range, 0.2627, 0.0593));
      all.add(Arguments.of(AVCOL_SPC_SMPTE240M, range, 0.212, 0.087));
      all.add(Arguments.of(AVCOL_SPC_FCC, range, 0.30, 0.11));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("matricesAndRanges")
  void taggedMatrixAndRangeAreUndone(int space, int range, double kr, double kb)
      throws IOException {
    boolean full = range == AVCOL_RANGE_JPEG;
    Path file =
        chart(AV_PIX_FMT_YUV444P, 32, 24, 8, full, kr, kb)
            .codec(codec -> codec.colorspace(space).color_range(range))
            .write(folder.resolve("chart.mkv"));
    assertChart(file, 2);
  }

  @ParameterizedTest
  @CsvSource({"718, 0.299, 0.114", "720, 0.2126, 0.0722"})
  void untaggedMatrixFollowsTheHeight(int height, double kr, double kb) throws IOException {
    Path file =
        chart(AV_PIX_FMT_YUV420P, 16, height, 8, false, kr, kb)
            .codec(codec -> codec.colorspace(AVCOL_SPC_UNSPECIFIED))
            .write(folder.resolve("untagged.mkv"));
    assertChart(file, 2);
  }

  @ParameterizedTest
  @CsvSource({"10", "12"})
  void deepSamplesBecomeEightBits(int bits) throws IOException {
    int format = bits == 10 ? AV_PIX_FMT_YUV422P10LE : AV_PIX_FMT_YUV444P12LE;
    Path file =
        chart(format, 34, 10, bits, false, 0.2126, 0.0722)
            .codec(codec -> codec.colorspace(AVCOL_SPC_BT709).color_range(AVCOL_RANGE_MPEG))
            .write(folder.resolve("deep.mkv"));
    assertChart(file, 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 16, 0", "1, 235, 255", "2, 16, 16", "2, 235, 235", "0, 16, 16"})
  void greyFollowsItsRange(int range, int sample, int expected) throws IOException {
    Path file =
        new TestVideo("ffv1", AV_PIX_FMT_GRAY8, 33, 7, (frame, plane, x, y) -> sample)
            .codec(codec -> codec.color_range(range))
            .write(folder.resolve("grey.mkv"));
    int pixel = Inputs.pixel(Inputs.readAll(file).get(0), 32, 6);
    assertEquals(expected * 0x010101, pixel, Integer.toHexString(pixel));
  }

  @Test
  void rgbIsCopiedWhateverTheRowPadding() throws IOException {
    for (int width : new int[] {1, 3, 31, 33, 65, 98}) {
      Path file =
          new TestVideo(
                  "png", AV_PIX_FMT_RGB24, width, 5, (f, plane, x, y) -> 7 * x + 31 * y + 3 * f)
              .write(folder.resolve("w" + width + ".mov"));
      byte[] rgb = Inputs.readAll(file).get(1).rgb();
      for (int i = 0; i < rgb.length; i++) {
        int x = i % (3 * width);
        int y = i / (3 * width);
        assertEquals((byte) (7 * x + 31 * y + 3), rgb[i], "width " + width + ", byte " + i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0x204060", "255, 0xFF0000", "128, 0x902030"})
  void alphaLiesOverTheBackground(int alpha, String expected) throws IOException {
    // Red in BT.601, limited range: Y 81, Cb 90, Cr 240.
    int[] samples = {81, 90, 240, alpha};
    Path file =
        new TestVideo("ffv1", AV_PIX_FMT_YUVA444P, 9, 5, (frame, plane, x, y) -> samples[plane])
            .codec(codec -> codec.colorspace(AVCOL_SPC_SMPTE170M).color_range(AVCOL_RANGE_MPEG))
            .write(folder.resolve("alpha.mkv"));
    ReadOptions options = ReadOptions.defaults().withBackgroundRgb(0x204060);
    try (FrameSource source = VideoReader.open(file, options)) {
      assertNear(Integer.decode(expected), Inputs.pixel(Inputs.readAll(source).get(0), 8, 4), 2);
    }
  }

  private static TestVideo chart(
      int format, int width, int height, int bits, boolean full, double kr, double kb) {
    return new TestVideo(
            "ffv1",
            format,
            width,
            height,
            (frame, plane, x, y) -> sample(CHART[frame], plane, bits, full, kr, kb))
        .frames(CHART.length);
  }

  /** The sample of a plane, from the definition in ITU-T H.273, section 8.3. */
  private static int sample(int colour, int plane, int bits, boolean full, double kr, double kb) {
    double r = (colour >> 16 & 255) / 255.0;
    double g = (colour >> 8 & 255) / 255.0;
    double b = (colour & 255) / 255.0;
    double luma = kr * r + (1 - kr - kb) * g + kb * b;
    double chroma = plane == 1 ? (b - luma) / 2 / (1 - kb) : (r - luma) / 2 / (1 - kr);
    int scale = 1 << (bits - 8);
    double value;
    if (full) {
      value = plane == 0 ? 255 * luma : 255 * chroma + 128;
    } else {
      value = plane == 0 ? 219 * luma + 16 : 224 * chroma + 128;
    }
    return (int) Math.max(0, Math.min(256 * scale - 1, Math.round(scale * value)));
  }

  private static void assertChart(Path file, int tolerance) throws IOException {
    List<Frame> frames = Inputs.readAll(file);
    assertEquals(CHART.length, frames.size());
    for (int i = 0; i < CHART.length; i++) {
      Frame frame = frames.get(i);
      assertNear(CHART[i], Inputs.pixel(frame, 0, 0), tolerance);
      assertNear(CHART[i], Inputs.pixel(frame, frame.width() - 1, frame.height() - 1), tolerance);
    }
  }

  private static void assertNear(int expected, int found, int tolerance) {
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = Math.abs((expected >> shift & 255) - (found >> shift & 255));
      assertTrue(
          difference <= tolerance,
          () ->
              "expected "
                  + Integer.toHexString(expected)
                  + ", found "
                  + Integer.toHexString(found));
    }
  }
}
