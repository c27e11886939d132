package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Finds out what a file, a folder of pictures or a run directory is. */
@FunctionalInterface
interface Inspector {

  /**
   * Looks at something without decoding all of it.
   *
   * @throws org.recyclegan.video.InputException if it is nothing that can be used
   * @throws IOException if it cannot be read
   */
  Inspection inspect(Path path) throws IOException;
}
