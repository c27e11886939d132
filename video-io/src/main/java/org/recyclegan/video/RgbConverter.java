package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Converts decoded pictures of any pixel format to upright RGB of one size: colours, square pixels
 * and size in one pass of swscale, transparency and turning while the rows are copied out.
 */
final class RgbConverter implements AutoCloseable {

  private static final int EXACT = SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

  /** 1 in swscale's 16.16 contrast and saturation. */
  private static final int UNCHANGED = 1 << 16;

  private static final int WHITE = 255;
  private static final int DARKEST = 16;
  private static final int LEVELS = 219;

  private static final int RGB = 3;
  private static final int RGBA = 4;

  /** Everything that swscale is set up for. */
  private record Setup(int width, int height, int format, SourceColour colour) {}

  private final PictureGeometry geometry;
  private final RowPlacer placer;
  private final int codecId;
  private final int threads;
  private final ReadLog log;
  private final AVFrame converted = av_frame_alloc();
  private @Nullable Setup setup;
  private @Nullable SwsContext scaler;

  RgbConverter(PictureGeometry geometry, int codecId, ReadOptions options, ReadLog log) {
    this.geometry = geometry;
    this.placer = new RowPlacer(geometry, options.backgroundRgb());
    this.codecId = codecId;
    this.threads = options.codecThreads();
    this.log = log;
  }

  /** Returns whether pictures of a pixel format can be transparent. */
  static boolean hasAlpha(int pixelFormat) {
    return (av_pix_fmt_desc_get(pixelFormat).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
  }

  /** Returns the picture as HWC RGB of the geometry's size. */
  byte[] convert(AVFrame frame) throws IOException {
    Setup needed =
        new Setup(frame.width(), frame.height(), frame.format(), SourceColour.of(frame, codecId));
    if (!needed.equals(setup)) {
      setUp(needed);
    }
    if (needed.width() != geometry.decodedWidth() || needed.height() != geometry.decodedHeight()) {
      log.resizedFrame();
    }
    int code = sws_scale_frame(scaler, converted, frame);
    if (code < 0) {
      throw new IOException("Converting a frame to RGB failed: " + Ffmpeg.errorText(code));
    }
    int channels = hasAlpha(frame.format()) ? RGBA : RGB;
    int stride = converted.linesize(0);
    BytePointer pixels = converted.data(0);
    ByteBuffer rows = pixels.capacity((long) stride * geometry.squareHeight()).asByteBuffer();
    byte[] rgb = placer.place(rows, stride, channels);
    if (needed.colour().limitedGrey()) {
      stretch(rgb);
    }
    return rgb;
  }

  /** Brings limited-range levels to full range, as ITU-T H.273 section 8.3 defines both. */
  private static void stretch(byte[] levels) {
    for (int i = 0; i < levels.length; i++) {
      int level = ((levels[i] & WHITE) - DARKEST) * WHITE;
      levels[i] = (byte) Math.max(0, Math.min(WHITE, Math.round((float) level / LEVELS)));
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    scaler = null;
    setup = null;
    av_frame_free(converted);
  }

  private void setUp(Setup needed) throws IOException {
    sws_freeContext(scaler);
    av_frame_unref(converted);
    boolean resizes =
        needed.width() != geometry.squareWidth() || needed.height() != geometry.squareHeight();
    int target = hasAlpha(needed.format()) ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
    SourceColour colour = needed.colour();
    scaler =
        sws_alloc_context()
            .src_w(needed.width())
            .src_h(needed.height())
            .src_format(needed.format())
            .src_h_chr_pos(colour.chromaX())
            .src_v_chr_pos(colour.chromaY())
            .dst_w(geometry.squareWidth())
            .dst_h(geometry.squareHeight())
            .dst_format(target)
            .flags(EXACT | (resizes ? SWS_BICUBIC : SWS_BILINEAR))
            .threads(threads);
    converted.width(geometry.squareWidth()).height(geometry.squareHeight()).format(target);
    int code = sws_init_context(scaler, null, null);
    if (code >= 0) {
      // Fails for RGB sources, which have no matrix to set.
      sws_setColorspaceDetails(
          scaler,
          sws_getCoefficients(colour.matrix()),
          colour.fullRange() ? 1 : 0,
          sws_getCoefficients(SWS_CS_DEFAULT),
          1,
          0,
          UNCHANGED,
          UNCHANGED);
      code = av_frame_get_buffer(converted, 0);
    }
    if (code < 0) {
      throw new IOException("Setting up the conversion to RGB failed: " + Ffmpeg.errorText(code));
    }
    if (!colour.known()) {
      log.note("The colour matrix is one that FFmpeg cannot convert; colours are approximate.");
    }
    setup = needed;
  }
}
