package org.recyclegan.video;

import java.io.Closeable;
import java.io.IOException;

/**
 * A video being written. Nothing exists under the final name until {@link #commit()}; closing
 * without committing leaves nothing behind. Not safe for use from several threads at once.
 */
public interface FrameSink extends Closeable {

  /**
   * Appends a frame.
   *
   * @param frame of the sink's size, its timestamp in the sink's time base and later than the one
   *     before
   * @throws IllegalArgumentException if the size or the order of the timestamps is wrong
   * @throws IOException if writing fails, for example on a full disk
   */
  void write(Frame frame) throws IOException;

  /**
   * Finishes the file and gives it its final name.
   *
   * @throws IOException if the last frames, the audio or the name cannot be written; nothing is
   *     then left behind
   */
  void commit() throws IOException;

  /**
   * Releases everything; without a {@link #commit()} before it, removes what was written.
   *
   * @throws IOException if the temporary file cannot be removed
   */
  @Override
  void close() throws IOException;
}
