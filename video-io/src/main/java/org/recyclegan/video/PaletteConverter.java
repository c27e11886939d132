package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.recyclegan.video.NativeCall.allocated;
import static org.recyclegan.video.NativeCall.check;

import com.google.common.io.Closer;
import java.io.IOException;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Brings every frame to the 256 colours that suit it best. A palette for each frame rather than for
 * the clip: it needs no second pass, so memory does not grow with length, and a clip whose colours
 * change keeps them. The dither is an ordered one, which stays still where the picture does.
 */
final class PaletteConverter implements FrameConverter {

  private static final String SOURCE = "buffer@source";
  private static final String SINK = "buffersink@sink";

  private final RgbFrame rgb;
  private final AVFrame mapped;
  private final AVFilterGraph graph;
  private final AVFilterContext source;
  private final AVFilterContext sink;

  PaletteConverter(int width, int height, TimeBase timeBase) throws IOException {
    Closer onFailure = Closer.create();
    try {
      rgb = onFailure.register(new RgbFrame(width, height));
      mapped = allocated(av_frame_alloc());
      onFailure.register(() -> av_frame_free(mapped));
      graph = allocated(avfilter_graph_alloc());
      onFailure.register(() -> avfilter_graph_free(graph));
      graph.nb_threads(1);
      String filters = description(width, height, timeBase);
      check(
          avfilter_graph_parse2(graph, filters, new AVFilterInOut(null), new AVFilterInOut(null)),
          "build the palette filter");
      check(avfilter_graph_config(graph, null), "configure the palette filter");
      source = avfilter_graph_get_filter(graph, SOURCE);
      sink = avfilter_graph_get_filter(graph, SINK);
    } catch (IOException | RuntimeException | Error e) {
      onFailure.close();
      throw e;
    }
  }

  private static String description(int width, int height, TimeBase timeBase) {
    return SOURCE
        + ("=video_size=" + width + "x" + height)
        + (":pix_fmt=" + AV_PIX_FMT_RGB24 + ":time_base=" + timeBase)
        + ":colorspace=gbr:range=pc,split[picture][sample];"
        + "[sample]palettegen=stats_mode=single:reserve_transparent=0[palette];"
        + "[picture][palette]paletteuse=new=1:dither=bayer:bayer_scale=4,"
        + SINK;
  }

  @Override
  public void push(Frame frame, long ticks) throws IOException {
    AVFrame picture = rgb.fill(frame);
    picture.pts(ticks);
    check(
        av_buffersrc_add_frame_flags(source, picture, AV_BUFFERSRC_FLAG_KEEP_REF),
        "reduce the colours of a frame");
  }

  @Override
  public void end() throws IOException {
    check(av_buffersrc_add_frame_flags(source, null, 0), "reduce the colours of the last frame");
  }

  @Override
  public @Nullable AVFrame pull() throws IOException {
    av_frame_unref(mapped);
    int code = av_buffersink_get_frame(sink, mapped);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      return null;
    }
    check(code, "reduce the colours of a frame");
    return mapped;
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
    av_frame_free(mapped);
    rgb.close();
  }
}
