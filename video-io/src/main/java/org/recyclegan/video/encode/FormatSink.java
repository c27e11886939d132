package org.recyclegan.video.encode;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.recyclegan.video.Frame;

/** Writes one kind of output, under a temporary name. Frames are already checked. */
interface FormatSink extends Closeable {

  /** Appends a frame. */
  void write(Frame frame) throws IOException;

  /** Writes everything that is still held back. */
  void finish() throws IOException;

  /** Returns what was left out, in sentences for the user. */
  List<String> warnings();

  @Override
  void close();
}
