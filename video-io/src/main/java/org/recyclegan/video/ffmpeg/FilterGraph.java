package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Filters of libavfilter between one way in and one way out. May hold pictures back. */
public final class FilterGraph implements Closeable {

  private static final String SOURCE = "buffer@source";
  private static final String SINK = "buffersink@sink";

  private final AVFilterGraph graph;
  private final AVFilterContext source;
  private final AVFilterContext sink;
  private final String task;
  private boolean drained;

  /**
   * Sets filters up.
   *
   * @param pictures size, format, time base and colours of what goes in, as options of FFmpeg's
   *     buffer source
   * @param filters in the syntax of FFmpeg's command line, from what goes in to what comes out
   * @param task what they are for, as in "Cannot {@code task}"
   */
  public FilterGraph(String pictures, String filters, String task) throws IOException {
    this.task = task;
    graph = allocated(avfilter_graph_alloc());
    try {
      graph.nb_threads(1);
      String all = SOURCE + "=" + pictures + "," + filters + "," + SINK;
      check(
          avfilter_graph_parse2(graph, all, new AVFilterInOut(null), new AVFilterInOut(null)),
          task);
      check(avfilter_graph_config(graph, null), task);
    } catch (IOException e) {
      close();
      throw e;
    }
    source = avfilter_graph_get_filter(graph, SOURCE);
    sink = avfilter_graph_get_filter(graph, SINK);
  }

  /** Hands a picture in; its content is taken over and the frame left empty. */
  public void push(AVFrame frame) throws IOException {
    check(av_buffersrc_add_frame_flags(source, frame, 0), task);
  }

  /** Hands a picture in that stays the caller's as well. */
  public void pushShared(AVFrame frame) throws IOException {
    check(av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF), task);
  }

  /** Signals the end, so that the last pictures come out. */
  public void finish() throws IOException {
    check(av_buffersrc_add_frame_flags(source, null, 0), task);
  }

  /**
   * Takes a finished picture out.
   *
   * @param frame receives it, its old content is released
   * @return false if there is none yet, or none any more
   */
  public boolean pull(AVFrame frame) throws IOException {
    av_frame_unref(frame);
    int code = av_buffersink_get_frame(sink, frame);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      drained = code == AVERROR_EOF;
      return false;
    }
    check(code, task);
    return true;
  }

  /** Returns whether everything has come out after {@link #finish()}. */
  public boolean drained() {
    return drained;
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }
}
