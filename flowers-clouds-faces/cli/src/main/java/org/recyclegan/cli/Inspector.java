package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.video.ReadOptions;

/** Finds out what a file, a folder of pictures or a run directory is. */
@FunctionalInterface
interface Inspector {

  /**
   * Looks at something without decoding all of it.
   *
   * @param options how a video is read
   * @throws org.recyclegan.video.InputException if it is nothing that can be used
   * @throws IOException if it cannot be read
   */
  Inspection inspect(Path path, ReadOptions options) throws IOException;
}
