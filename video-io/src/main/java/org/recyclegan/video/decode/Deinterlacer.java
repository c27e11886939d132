package org.recyclegan.video.decode;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.ffmpeg.FilterGraph;

/**
 * Makes whole pictures of interlaced ones with FFmpeg's bwdif, one for each that comes in and with
 * its time. Pictures not flagged as interlaced pass unchanged.
 */
final class Deinterlacer implements Closeable {

  /** The divisor that bwdif applies to the time base, in every mode. */
  private static final int TICKS_PER_TICK = 2;

  private final FilterGraph filter;
  private final int width;
  private final int height;
  private final int format;

  /**
   * Sets up the filter for pictures like this one.
   *
   * @param like the first interlaced picture
   * @param timeBase of the pictures' times
   */
  Deinterlacer(AVFrame like, TimeBase timeBase) throws IOException {
    width = like.width();
    height = like.height();
    format = like.format();
    String pictures =
        String.format(
            Locale.ROOT,
            "video_size=%dx%d:pix_fmt=%d:time_base=%s:colorspace=%d:range=%d",
            width,
            height,
            format,
            timeBase,
            like.colorspace(),
            like.color_range());
    filter =
        new FilterGraph(
            pictures, "bwdif=mode=send_frame:parity=auto:deint=interlaced", "deinterlace a frame");
  }

  /** Returns whether a picture can go through this filter. */
  boolean fits(AVFrame frame) {
    return frame.width() == width && frame.height() == height && frame.format() == format;
  }

  /** Hands a picture in; the filter takes its content over. */
  void push(AVFrame frame) throws IOException {
    filter.push(frame);
  }

  /** Signals the end, so that the last pictures come out. */
  void finish() throws IOException {
    filter.finish();
  }

  /**
   * Takes a finished picture out.
   *
   * @return false if there is none yet, or none any more
   */
  boolean pull(AVFrame frame) throws IOException {
    if (!filter.pull(frame)) {
      return false;
    }
    frame.pts(frame.pts() / TICKS_PER_TICK);
    return true;
  }

  /** Returns whether everything has come out after {@link #finish()}. */
  boolean drained() {
    return filter.drained();
  }

  @Override
  public void close() {
    filter.close();
  }
}
