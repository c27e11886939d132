package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** What reading and writing share of FFmpeg: loading it, silencing it, names and error texts. */
public final class Ffmpeg {

  private static final int ERROR_TEXT_BYTES = 256;

  static {
    // FFmpeg prints to stderr from native code, past every logger; errors reach people as our own.
    av_log_set_level(AV_LOG_QUIET);
  }

  private Ffmpeg() {}

  /** Loads the natives and silences their log. Cheap after the first call. */
  public static void load() {
    // The static initialiser has done it.
  }

  /**
   * Returns FFmpeg's URL of a local file; the caller closes it. The prefix keeps a name with a
   * colon from being taken for a protocol, and nothing needs escaping behind it.
   */
  public static BytePointer url(Path file) {
    return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
  }

  /** Returns FFmpeg's own words for a negative return code. */
  public static String errorText(int code) {
    byte[] text = new byte[ERROR_TEXT_BYTES];
    if (av_strerror(code, text, text.length) < 0) {
      return "error " + code;
    }
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
