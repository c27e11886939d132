package org.recyclegan.video.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/** The first look at an input, before anything of it is read: opening a pipe would wait forever. */
public final class InputPath {

  /** The usual name of standard input and output. */
  public static final String STANDARD_STREAM = "-";

  private InputPath() {}

  /**
   * Checks that there is a folder, or a file that is not empty.
   *
   * @throws InputException if there is nothing, nothing that may be read, a device or a pipe
   */
  public static void requireReadable(Path input) throws IOException {
    if (!Files.exists(input)) {
      if (input.toString().equals(STANDARD_STREAM)) {
        throw refused(
            input,
            "standard input, which can be read only once and not from the back",
            "Save the video to a file first.");
      }
      throw refused(input, "nothing of that name", "Check the name.");
    }
    if (!Files.isReadable(input)) {
      throw refused(input, "one that may not be read", "Check its permissions.");
    }
    if (Files.isDirectory(input)) {
      return;
    }
    if (!Files.isRegularFile(input)) {
      throw refused(input, "a device or a pipe", "Save the video to a file first.");
    }
    if (Files.size(input) == 0) {
      throw refused(input, "an empty file", "Get or export the file again.");
    }
  }

  private static InputException refused(Path input, String found, String remedy) {
    return new InputException(
        input + ": cannot be read", "a video file or a folder of pictures", found, remedy);
  }
}
