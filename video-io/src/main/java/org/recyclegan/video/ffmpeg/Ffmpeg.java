package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** Shared use of FFmpeg: loading, silencing, names and error texts. */
public final class Ffmpeg {

  private static final int ERROR_TEXT_BYTES = 256;
  private static final int HEX = 16;

  /** Replaces a byte that could not be decoded. */
  private static final char REPLACEMENT = '\uFFFD';

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
    String path = file.toAbsolutePath().toString();
    if (path.indexOf(REPLACEMENT) >= 0) {
      // Bytes that are no UTF-8: the text has lost them, the escaped form has not.
      byte[] bytes = percentDecoded("file:" + file.toAbsolutePath().toUri().getRawPath());
      BytePointer url = new BytePointer(bytes.length + 1L);
      url.put(bytes).put(bytes.length, (byte) 0);
      return url;
    }
    return new BytePointer("file:" + path, StandardCharsets.UTF_8);
  }

  private static byte[] percentDecoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), HEX));
        i += 2;
      } else {
        bytes.write(text.charAt(i));
      }
    }
    return bytes.toByteArray();
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
