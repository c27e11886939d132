package org.recyclegan.video.ffmpeg;

import java.io.IOException;
import org.bytedeco.javacpp.Pointer;

/** Turns FFmpeg's return codes into exceptions. */
public final class NativeCall {

  private NativeCall() {}

  /**
   * Returns a code that is not an error.
   *
   * @param code what an FFmpeg function returned; negative for an error
   * @param task what was attempted, as in "Cannot {@code task}"
   * @throws IOException if the code is negative, in FFmpeg's own words
   */
  public static int check(int code, String task) throws IOException {
    if (code < 0) {
      throw new IOException("Cannot " + task + ": " + Ffmpeg.errorText(code));
    }
    return code;
  }

  /**
   * Checks that FFmpeg gave what it was asked to allocate.
   *
   * @throws OutOfMemoryError if there is nothing, which for these functions means no memory
   */
  public static <T extends Pointer> T allocated(T pointer) {
    if (pointer == null || pointer.isNull()) {
      throw new OutOfMemoryError("FFmpeg could not allocate what it needs for a video");
    }
    return pointer;
  }
}
