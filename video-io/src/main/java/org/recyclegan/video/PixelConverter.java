package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.recyclegan.video.NativeCall.allocated;
import static org.recyclegan.video.NativeCall.check;

import com.google.common.io.Closer;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Converts RGB to a pixel format of the same size with the stated matrix and range. FFmpeg's own
 * default would be the matrix of standard definition whatever the tags say.
 */
final class PixelConverter implements FrameConverter {

  /** Contrast and saturation of 1 in swscale's 16.16 fixed point. */
  private static final int UNITY = 1 << 16;

  private static final int FLAGS =
      SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

  private final RgbFrame rgb;
  private final AVFrame converted;
  private final SwsContext scaler;
  private boolean ready;

  PixelConverter(int width, int height, int pixelFormat, ColourTags tags) throws IOException {
    Closer onFailure = Closer.create();
    try {
      rgb = onFailure.register(new RgbFrame(width, height));
      converted = RgbFrame.allocate(width, height, pixelFormat);
      onFailure.register(() -> av_frame_free(converted));
      tags.tag(converted);
      scaler =
          allocated(
              sws_getContext(
                  width,
                  height,
                  AV_PIX_FMT_RGB24,
                  width,
                  height,
                  pixelFormat,
                  FLAGS,
                  null,
                  null,
                  (DoublePointer) null));
      // Negative where neither side is YUV: there is no matrix to set then.
      int unused =
          sws_setColorspaceDetails(
              scaler,
              sws_getCoefficients(SWS_CS_DEFAULT),
              1,
              sws_getCoefficients(tags.swsMatrix()),
              tags.fullRange() ? 1 : 0,
              0,
              UNITY,
              UNITY);
    } catch (IOException | RuntimeException | Error e) {
      onFailure.close();
      throw e;
    }
  }

  @Override
  public void push(Frame frame, long ticks) throws IOException {
    AVFrame source = rgb.fill(frame);
    // The encoder may still hold the pixels of the frame before.
    check(av_frame_make_writable(converted), "allocate a picture");
    check(sws_scale_frame(scaler, converted, source), "convert the colours of a frame");
    converted.pts(ticks);
    ready = true;
  }

  @Override
  public void end() {
    // Nothing is held back.
  }

  @Override
  public @Nullable AVFrame pull() {
    if (!ready) {
      return null;
    }
    ready = false;
    return converted;
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    av_frame_free(converted);
    rgb.close();
  }
}
