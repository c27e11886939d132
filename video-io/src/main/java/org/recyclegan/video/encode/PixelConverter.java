package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import com.google.common.io.Closer;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.ffmpeg.ColourTags;
import org.recyclegan.video.ffmpeg.RgbFrame;
import org.recyclegan.video.ffmpeg.Samples;
import org.recyclegan.video.ffmpeg.Scaler;

/** Converts RGB to a pixel format of the same size, as its tags say. */
final class PixelConverter implements FrameConverter {

  private final RgbFrame rgb;
  private final AVFrame converted;
  private final Scaler scaler;
  private boolean ready;

  PixelConverter(int width, int height, int pixelFormat, ColourTags tags) throws IOException {
    Closer onFailure = Closer.create();
    try {
      rgb = onFailure.register(new RgbFrame(width, height));
      converted = RgbFrame.allocate(width, height, pixelFormat);
      onFailure.register(() -> av_frame_free(converted));
      tags.tag(converted);
      scaler =
          new Scaler(
              Samples.rgb(width, height, AV_PIX_FMT_RGB24),
              tags.samples(width, height, pixelFormat),
              SWS_BICUBIC,
              /* threads= */ 1);
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
    scaler.convert(source, converted);
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
    scaler.close();
    av_frame_free(converted);
    rgb.close();
  }
}
