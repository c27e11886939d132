package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import com.google.common.io.Closer;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.ffmpeg.FilterGraph;
import org.recyclegan.video.ffmpeg.RgbFrame;

/**
 * Brings every frame to the 256 colours that suit it best. A palette for each frame rather than for
 * the clip: it needs no second pass, so memory does not grow with length, and a clip whose colours
 * change keeps them. The dither is an ordered one, which stays still where the picture does.
 */
final class PaletteConverter implements FrameConverter {

  private static final String FILTERS =
      "split[picture][sample];"
          + "[sample]palettegen=stats_mode=single:reserve_transparent=0[palette];"
          + "[picture][palette]paletteuse=new=1:dither=bayer:bayer_scale=4";

  private final RgbFrame rgb;
  private final AVFrame mapped;
  private final FilterGraph filter;

  PaletteConverter(int width, int height, TimeBase timeBase) throws IOException {
    Closer onFailure = Closer.create();
    try {
      rgb = onFailure.register(new RgbFrame(width, height));
      mapped = allocated(av_frame_alloc());
      onFailure.register(() -> av_frame_free(mapped));
      String pictures =
          ("video_size=" + width + "x" + height)
              + (":pix_fmt=" + AV_PIX_FMT_RGB24 + ":time_base=" + timeBase)
              + ":colorspace=gbr:range=pc";
      filter = new FilterGraph(pictures, FILTERS, "reduce the colours of a frame");
    } catch (IOException | RuntimeException | Error e) {
      onFailure.close();
      throw e;
    }
  }

  @Override
  public void push(Frame frame, long ticks) throws IOException {
    AVFrame picture = rgb.fill(frame);
    picture.pts(ticks);
    filter.pushShared(picture);
  }

  @Override
  public void end() throws IOException {
    filter.finish();
  }

  @Override
  public @Nullable AVFrame pull() throws IOException {
    return filter.pull(mapped) ? mapped : null;
  }

  @Override
  public void close() {
    filter.close();
    av_frame_free(mapped);
    rgb.close();
  }
}
