package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.TimeBase;

/**
 * The pictures of a decoder with their times on the {@link Timeline}, deinterlaced where needed.
 */
final class WholePictures implements AutoCloseable {

  private final VideoDecoder decoder;
  private final Timeline timeline;
  private final TimeBase timeBase;
  private final AVFrame decoded = allocated(av_frame_alloc());
  private @Nullable Deinterlacer deinterlacer;
  private boolean held;
  private boolean ended;

  /** Takes pictures from a decoder, which stays the caller's to close. */
  WholePictures(VideoDecoder decoder, Timeline timeline, TimeBase timeBase) {
    this.decoder = decoder;
    this.timeline = timeline;
    this.timeBase = timeBase;
  }

  /**
   * Moves the next picture into a frame.
   *
   * @param frame empty
   * @return false after the last one
   */
  boolean next(AVFrame frame) throws IOException {
    while (true) {
      if (deinterlacer != null) {
        if (deinterlacer.pull(frame)) {
          return true;
        }
        if (deinterlacer.drained()) {
          deinterlacer.close();
          deinterlacer = null;
        }
      }
      if (!held && !decode()) {
        if (deinterlacer == null) {
          return false;
        }
      } else if (route(frame)) {
        return true;
      }
    }
  }

  /** Fills {@link #decoded}, or tells the filter at the end that nothing follows. */
  private boolean decode() throws IOException {
    if (ended) {
      return false;
    }
    if (decoder.next(decoded)) {
      decoded.pts(timeline.next(decoded.pts()));
      held = true;
      return true;
    }
    ended = true;
    if (deinterlacer != null) {
      deinterlacer.finish();
    }
    return false;
  }

  /** Sends the held picture on its way; returns whether that led straight into the frame. */
  private boolean route(AVFrame frame) throws IOException {
    if (deinterlacer != null && !deinterlacer.fits(decoded)) {
      deinterlacer.finish();
      return false;
    }
    held = false;
    if (deinterlacer == null) {
      if ((decoded.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) == 0) {
        av_frame_move_ref(frame, decoded);
        return true;
      }
      deinterlacer = new Deinterlacer(decoded, timeBase);
    }
    deinterlacer.push(decoded);
    return false;
  }

  @Override
  public void close() {
    if (deinterlacer != null) {
      deinterlacer.close();
      deinterlacer = null;
    }
    av_frame_free(decoded);
  }
}
