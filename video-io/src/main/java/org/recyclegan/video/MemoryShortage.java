package org.recyclegan.video;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds the frames being read to an out-of-memory error. */
public final class MemoryShortage {

  private static final int BYTES_OF_PIXEL = 3;

  private MemoryShortage() {}

  /**
   * Adds the frames to an error.
   *
   * @param frames that were read, or null if no video was opened yet
   * @param error without it
   * @return an error whose message names the frames' size and need
   */
  public static OutOfMemoryError among(@Nullable VideoInfo frames, OutOfMemoryError error) {
    String work =
        frames == null
            ? "while a video was opened"
            : String.format(
                Locale.ROOT,
                "a frame of %dx%d needs %.1f MB, and several are held at once",
                frames.width(),
                frames.height(),
                (double) BYTES_OF_PIXEL * frames.width() * frames.height() / 1e6);
    OutOfMemoryError fuller = new OutOfMemoryError(error.getMessage() + "; " + work);
    fuller.initCause(error);
    return fuller;
  }
}
