package org.recyclegan.video;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A video being read, one frame after the other: a file, a folder of pictures, anything that yields
 * frames in the order they are shown. Not safe for use from several threads at once.
 */
public interface FrameSource extends Closeable {

  /**
   * Describes the stream. Known as soon as the source is open, before any frame is decoded.
   *
   * @return size, rate and what else the container says
   */
  VideoInfo info();

  /**
   * Returns the next frame, all of them of {@link VideoInfo#width()} by {@link VideoInfo#height()},
   * with strictly increasing timestamps.
   *
   * @return the next frame, or null after the last one
   * @throws InputException if nothing of the file can be decoded
   * @throws IOException if reading fails
   */
  @Nullable Frame next() throws IOException;

  /**
   * Skips the next frame that {@link #next()} would return, if only its time is needed. The frame
   * is still decoded; a source may omit work for the picture, such as the conversion of colours.
   *
   * @return the frame's time, empty after the last one
   * @throws IOException as {@link #next()}
   */
  default OptionalLong skip() throws IOException {
    Frame frame = next();
    return frame == null ? OptionalLong.empty() : OptionalLong.of(frame.pts());
  }

  /**
   * Returns what the user should know about the frames so far, such as how many were lost to
   * damage. Complete once {@link #next()} has returned null.
   *
   * @return sentences for the user, empty where all went well
   */
  List<String> warnings();
}
