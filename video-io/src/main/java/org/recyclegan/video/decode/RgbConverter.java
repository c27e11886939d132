package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PLANAR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.ffmpeg.Samples;
import org.recyclegan.video.ffmpeg.Scaler;

/**
 * Converts decoded pictures of any pixel format to upright RGB of one size: colours, square pixels
 * and size in one pass of swscale, transparency and turning while the rows are copied out.
 */
final class RgbConverter implements AutoCloseable {

  private static final int WHITE = 255;
  private static final int DARKEST = 16;
  private static final int LEVELS = 219;

  private static final int YUV = 3;
  private static final int RGB = 3;
  private static final int RGBA = 4;

  private final PictureGeometry geometry;
  private final RowPlacer placer;
  private final int codecId;
  private final int threads;
  private final ReadLog log;
  private final AVFrame converted = allocated(av_frame_alloc());
  private final AVFrame planes = allocated(av_frame_alloc());
  private @Nullable SourceColour setUpFor;
  private @Nullable Scaler scaler;
  private @Nullable Scaler packer;

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
    SourceColour source = SourceColour.of(frame, codecId);
    Scaler current = scaler;
    if (current == null || !source.equals(setUpFor)) {
      current = setUp(source);
    }
    noteSize(frame);
    if (packer == null) {
      current.convert(frame, converted);
    } else {
      current.convert(frame, planes);
      packer.convert(planes, converted);
    }
    int channels = hasAlpha(frame.format()) ? RGBA : RGB;
    int stride = converted.linesize(0);
    BytePointer pixels = converted.data(0);
    ByteBuffer rows = pixels.capacity((long) stride * geometry.squareHeight()).asByteBuffer();
    byte[] rgb = placer.place(rows, stride, channels);
    if (source.limitedGrey()) {
      stretch(rgb);
    }
    return rgb;
  }

  /** Counts the picture if it has another size than the first. */
  void noteSize(AVFrame frame) {
    if (frame.width() != geometry.decodedWidth() || frame.height() != geometry.decodedHeight()) {
      log.resizedFrame();
    }
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
    release();
    av_frame_free(planes);
    av_frame_free(converted);
  }

  private void release() {
    if (scaler != null) {
      scaler.close();
      scaler = null;
    }
    if (packer != null) {
      packer.close();
      packer = null;
    }
    setUpFor = null;
    av_frame_unref(planes);
    av_frame_unref(converted);
  }

  private Scaler setUp(SourceColour source) throws IOException {
    release();
    int format = hasAlpha(source.samples().format()) ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
    Samples target = Samples.rgb(geometry.squareWidth(), geometry.squareHeight(), format);
    allocate(converted, target);
    int kernel = source.samples().sameSize(target) ? SWS_BILINEAR : SWS_BICUBIC;
    Samples direct = isPlanarYuv(source.samples().format()) ? planar(target) : target;
    Scaler fresh = new Scaler(source.samples(), direct, kernel, threads);
    scaler = fresh;
    if (!direct.equals(target)) {
      allocate(planes, direct);
      packer = new Scaler(direct, target, SWS_BILINEAR, threads);
    }
    if (!source.known()) {
      log.note("The colour matrix is one that FFmpeg cannot convert; colours are approximate.");
    }
    setUpFor = source;
    return fresh;
  }

  /**
   * Returns whether swscale has a quick way from a format to planes of red, green and blue; to
   * packed pixels it has only a slow one, of the same result.
   */
  private static boolean isPlanarYuv(int pixelFormat) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(pixelFormat);
    long flags = format.flags();
    return format.nb_components() == YUV
        && (flags & AV_PIX_FMT_FLAG_PLANAR) != 0
        && (flags & AV_PIX_FMT_FLAG_RGB) == 0;
  }

  private static Samples planar(Samples packed) {
    return Samples.rgb(packed.width(), packed.height(), AV_PIX_FMT_GBRP);
  }

  private static void allocate(AVFrame picture, Samples samples) throws IOException {
    picture.width(samples.width()).height(samples.height()).format(samples.format());
    check(av_frame_get_buffer(picture, 0), "allocate a picture");
  }
}
