package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole pictures of interlaced ones with FFmpeg's bwdif, one for each that comes in and with
 * its time. Pictures not flagged as interlaced pass unchanged.
 */
final class Deinterlacer implements AutoCloseable {

  /** What bwdif divides the time base by, whichever mode it runs in. */
  private static final int TICKS_PER_TICK = 2;

  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFilterContext source = new AVFilterContext(null);
  private final AVFilterContext sink = new AVFilterContext(null);
  private final int width;
  private final int height;
  private final int format;
  private boolean drained;

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
    String properties =
        String.format(
            Locale.ROOT,
            "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:colorspace=%d:range=%d",
            width,
            height,
            format,
            timeBase.num(),
            timeBase.den(),
            like.colorspace(),
            like.color_range());
    try {
      graph.nb_threads(1);
      AVFilterContext bwdif = new AVFilterContext(null);
      create(source, "buffer", properties);
      create(bwdif, "bwdif", "mode=send_frame:parity=auto:deint=interlaced");
      create(sink, "buffersink", null);
      check(avfilter_link(source, 0, bwdif, 0));
      check(avfilter_link(bwdif, 0, sink, 0));
      check(avfilter_graph_config(graph, null));
    } catch (IOException e) {
      avfilter_graph_free(graph);
      throw e;
    }
  }

  /** Returns whether a picture can go through this filter. */
  boolean fits(AVFrame frame) {
    return frame.width() == width && frame.height() == height && frame.format() == format;
  }

  /** Hands a picture in; the filter takes its content over. */
  void push(AVFrame frame) throws IOException {
    check(av_buffersrc_add_frame(source, frame));
  }

  /** Says that no picture follows, so that the last ones come out. */
  void finish() throws IOException {
    check(av_buffersrc_add_frame(source, null));
  }

  /**
   * Takes a finished picture out.
   *
   * @return false if there is none yet, or none any more
   */
  boolean pull(AVFrame frame) throws IOException {
    int code = av_buffersink_get_frame(sink, frame);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      drained = code == AVERROR_EOF;
      return false;
    }
    check(code);
    frame.pts(frame.pts() / TICKS_PER_TICK);
    return true;
  }

  /** Returns whether everything has come out after {@link #finish()}. */
  boolean drained() {
    return drained;
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }

  private void create(AVFilterContext filter, String name, @Nullable String arguments)
      throws IOException {
    check(
        avfilter_graph_create_filter(
            filter, avfilter_get_by_name(name), name, arguments, null, graph));
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      throw new IOException("Deinterlacing failed: " + Ffmpeg.errorText(code));
    }
  }
}
