package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.ffmpeg.RgbFrame;
import org.recyclegan.video.ffmpeg.Samples;
import org.recyclegan.video.ffmpeg.Scaler;

/** The way over planes is taken for speed: it must give what the direct way gives. */
class PlanarConversionTest {

  private static final int WIDTH = 70;
  private static final int HEIGHT = 46;

  @ParameterizedTest
  @ValueSource(
      ints = {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV420P10LE})
  void planesHoldTheSameColours(int format) throws IOException {
    for (boolean fullRange : new boolean[] {false, true}) {
      assertSame(format, SWS_CS_ITU601, fullRange, WIDTH, HEIGHT, SWS_BILINEAR);
      assertSame(format, SWS_CS_ITU709, fullRange, 93, 46, SWS_BICUBIC);
      assertSame(format, SWS_CS_ITU709, fullRange, 33, 21, SWS_BICUBIC);
    }
  }

  private static void assertSame(
      int format, int matrix, boolean fullRange, int width, int height, int kernel)
      throws IOException {
    Samples from = Samples.located(WIDTH, HEIGHT, format, matrix, fullRange, 0);
    Samples packed = Samples.rgb(width, height, AV_PIX_FMT_RGB24);
    Samples planar = Samples.rgb(width, height, AV_PIX_FMT_GBRP);
    AVFrame source = noise(format);
    AVFrame direct = RgbFrame.allocate(width, height, AV_PIX_FMT_RGB24);
    AVFrame planes = RgbFrame.allocate(width, height, AV_PIX_FMT_GBRP);
    AVFrame around = RgbFrame.allocate(width, height, AV_PIX_FMT_RGB24);
    try (Scaler straight = new Scaler(from, packed, kernel, 1);
        Scaler there = new Scaler(from, planar, kernel, 1);
        Scaler on = new Scaler(planar, packed, SWS_BILINEAR, 1)) {
      straight.convert(source, direct);
      there.convert(source, planes);
      on.convert(planes, around);
      for (int y = 0; y < height; y++) {
        for (int i = 0; i < 3 * width; i++) {
          assertEquals(
              direct.data(0).get((long) y * direct.linesize(0) + i),
              around.data(0).get((long) y * around.linesize(0) + i),
              "row " + y + ", byte " + i);
        }
      }
    } finally {
      av_frame_free(source);
      av_frame_free(direct);
      av_frame_free(planes);
      av_frame_free(around);
    }
  }

  /** All values that bytes can have, also those beyond black and white. */
  private static AVFrame noise(int format) throws IOException {
    AVFrame frame = RgbFrame.allocate(WIDTH, HEIGHT, format);
    Random random = new Random(1);
    int mask = format == AV_PIX_FMT_YUV420P10LE ? 3 : 0xFF;
    for (int plane = 0; plane < 3; plane++) {
      int rows =
          plane > 0 && format != AV_PIX_FMT_YUV422P && format != AV_PIX_FMT_YUV444P
              ? HEIGHT / 2
              : HEIGHT;
      for (int i = 0; i < rows * frame.linesize(plane); i++) {
        // The high byte of a ten-bit sample has two bits.
        int level = random.nextInt(256) & (i % 2 == 1 ? mask : 0xFF);
        frame.data(plane).put(i, (byte) level);
      }
    }
    return frame;
  }
}
