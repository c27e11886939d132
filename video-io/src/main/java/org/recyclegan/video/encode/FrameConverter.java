package org.recyclegan.video.encode;

import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;

/** Brings RGB frames to the pixel format of an encoder. May hold frames back until the end. */
interface FrameConverter extends Closeable {

  /**
   * Takes a frame.
   *
   * @param ticks its time in the encoder's unit
   */
  void push(Frame frame, long ticks) throws IOException;

  /** Signals that there are no more. */
  void end() throws IOException;

  /**
   * Returns a converted frame, or null if there is none yet. It belongs to the converter and is
   * valid until the next call.
   */
  @Nullable AVFrame pull() throws IOException;

  @Override
  void close();
}
