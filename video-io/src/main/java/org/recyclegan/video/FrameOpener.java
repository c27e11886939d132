package org.recyclegan.video;

import java.io.IOException;
import java.nio.file.Path;

/** Opens inputs as frames: a video file, a folder of frames, or one picture. */
@FunctionalInterface
public interface FrameOpener {

  /**
   * Opens an input.
   *
   * @param input a video file, a folder of frames, or one picture
   * @return its frames; the caller closes it
   * @throws InputException if the input cannot be used
   * @throws IOException if reading fails
   */
  FrameSource open(Path input) throws IOException;
}
