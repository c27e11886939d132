package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.recyclegan.video.Frame;

/** A native RGB picture that is filled again and again from frames of the Java heap. */
public final class RgbFrame implements Closeable {

  private final AVFrame frame;

  public RgbFrame(int width, int height) throws IOException {
    frame = allocate(width, height, AV_PIX_FMT_RGB24);
    ColourTags.SRGB.tag(frame);
  }

  /** Allocates a native picture; the caller frees it with av_frame_free. */
  public static AVFrame allocate(int width, int height, int pixelFormat) throws IOException {
    AVFrame frame = allocated(av_frame_alloc());
    frame.width(width);
    frame.height(height);
    frame.format(pixelFormat);
    int code = av_frame_get_buffer(frame, 0);
    if (code < 0) {
      av_frame_free(frame);
      check(code, "allocate a picture of " + width + "x" + height);
    }
    return frame;
  }

  /** Copies a frame's pixels; the result is valid until the next call. */
  public AVFrame fill(Frame source) throws IOException {
    check(av_frame_make_writable(frame), "allocate a picture");
    BytePointer plane = frame.data(0);
    int rowBytes = 3 * source.width();
    for (int row = 0; row < source.height(); row++) {
      plane.position((long) row * frame.linesize(0)).put(source.rgb(), row * rowBytes, rowBytes);
    }
    return frame;
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}
