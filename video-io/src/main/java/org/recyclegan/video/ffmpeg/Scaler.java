package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Converts pictures for reading and writing: swscale with every parameter set that it would
 * otherwise guess. Its guesses are the matrix of standard definition for every size and tag, and
 * chroma centred between its luma samples, which is rare.
 */
public final class Scaler implements Closeable {

  private static final int EXACT = SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

  /** Contrast and saturation of 1 in swscale's 16.16 fixed point. */
  private static final int UNITY = 1 << 16;

  private final SwsContext context;

  /**
   * Sets a conversion up.
   *
   * @param kernel SWS_BICUBIC or another of swscale's filters
   * @param threads that convert, at least 1
   */
  public Scaler(Samples from, Samples to, int kernel, int threads) throws IOException {
    context =
        allocated(sws_alloc_context())
            .src_w(from.width())
            .src_h(from.height())
            .src_format(from.format())
            .src_h_chr_pos(from.chromaX())
            .src_v_chr_pos(from.chromaY())
            .dst_w(to.width())
            .dst_h(to.height())
            .dst_format(to.format())
            .dst_h_chr_pos(to.chromaX())
            .dst_v_chr_pos(to.chromaY())
            .flags(EXACT | kernel)
            .threads(threads);
    try {
      check(sws_init_context(context, null, null), "set up the conversion of colours");
    } catch (IOException e) {
      close();
      throw e;
    }
    // Negative where neither side is YUV: there is no matrix to set then.
    int unused =
        sws_setColorspaceDetails(
            context,
            sws_getCoefficients(from.matrix()),
            from.fullRange() ? 1 : 0,
            sws_getCoefficients(to.matrix()),
            to.fullRange() ? 1 : 0,
            0,
            UNITY,
            UNITY);
  }

  /** Converts a picture into another that has its memory already. */
  public void convert(AVFrame from, AVFrame to) throws IOException {
    check(sws_scale_frame(context, to, from), "convert the colours of a frame");
  }

  @Override
  public void close() {
    sws_freeContext(context);
  }
}
