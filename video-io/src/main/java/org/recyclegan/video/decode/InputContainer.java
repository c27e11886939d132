package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.recyclegan.files.FileKind;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * The one way a file is opened, for its pictures and for its sound alike: what kind it is comes out
 * before any demuxer touches it, and the kinds that name other files or hosts to read from are
 * refused, since a playlist from a stranger must reach neither.
 */
public final class InputContainer {

  private static final ImmutableSet<String> PLAYLISTS =
      ImmutableSet.of(
          "concat", "dash", "hls", "hls,applehttp", "imf", "rtp", "rtsp", "sap", "sdp", "vobsub");

  /** Demuxers that take any text for pictures of a terminal. */
  private static final ImmutableSet<String> TEXT =
      ImmutableSet.of("adf", "bin", "idf", "tty", "xbin");

  private InputContainer() {}

  /**
   * Opens a file, whose streams may still have to be looked into. The caller closes it.
   *
   * @throws InputException if it is nothing that FFmpeg knows, nothing that may be opened, or
   *     damaged
   */
  public static AVFormatContext open(Path file) throws InputException {
    Ffmpeg.load();
    AVInputFormat format = probe(file);
    AVFormatContext context = allocated(avformat_alloc_context());
    AVDictionary options = new AVDictionary(null);
    try (BytePointer url = Ffmpeg.url(file)) {
      // Nothing that a file mentions may make FFmpeg open a network connection.
      av_dict_set(options, "protocol_whitelist", "file", 0);
      // A name with % or * is a name; only the formats concerned know these options.
      av_dict_set(options, "pattern_type", "none", 0);
      // Once through, however often an animation says it wants to be repeated.
      av_dict_set(options, "ignore_loop", "1", 0);
      int code = avformat_open_input(context, url, format, options);
      if (code < 0) {
        throw new InputException(
            file + ": cannot be opened as " + format.long_name().getString(),
            "a complete file",
            Ffmpeg.errorText(code),
            "The file is damaged or cut short; get or export it again.");
      }
      return context;
    } finally {
      av_dict_free(options);
    }
  }

  /** Lets the demuxer skip the packets of all streams but one. */
  public static void readOnly(AVFormatContext context, int stream) {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != stream) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /**
   * Returns when a container starts: what all times of its streams are counted from, so that sound
   * and pictures keep their distance.
   */
  public static long startTicks(AVFormatContext context, TimeBase unit) {
    long start = context.start_time();
    return start == AV_NOPTS_VALUE ? 0 : unit.nearest(start, TimeBase.MICROSECONDS);
  }

  private static AVInputFormat probe(Path file) throws InputException {
    AVIOContext io = new AVIOContext(null);
    AVInputFormat format = new AVInputFormat(null);
    // Only the extension: in a whole name, % and * would make FFmpeg look for a sequence of files.
    try (BytePointer url = Ffmpeg.url(file);
        BytePointer hint =
            new BytePointer("video." + MoreFiles.getFileExtension(file), StandardCharsets.UTF_8)) {
      int opened = avio_open2(io, url, AVIO_FLAG_READ, null, (AVDictionary) null);
      if (opened < 0) {
        throw new InputException(
            file + ": cannot be opened",
            "a readable file",
            Ffmpeg.errorText(opened),
            "Check the name and the permissions.");
      }
      int score = av_probe_input_buffer2(io, format, hint, null, 0, 0);
      if (score < 0) {
        throw unknown(file, "nothing that FFmpeg recognises (" + Ffmpeg.errorText(score) + ")");
      }
    } finally {
      avio_closep(io);
    }
    refuse(file, format);
    return format;
  }

  private static void refuse(Path file, AVInputFormat format) throws InputException {
    String name = format.name().getString();
    if (PLAYLISTS.contains(name)) {
      throw new InputException(
          file + ": a playlist or stream description, which would read other files",
          "a file that holds the video itself",
          format.long_name().getString(),
          "Join it into one file first.");
    }
    if (TEXT.contains(name)) {
      throw unknown(file, "text");
    }
  }

  private static InputException unknown(Path file, String found) {
    Optional<FileKind> kind = kind(file);
    if (kind.isPresent()) {
      return new InputException(
          file + ": not a video",
          "a video, an animated GIF or a picture",
          kind.get().words(),
          kind.get().remedy());
    }
    return new InputException(
        file + ": not a video",
        "a video, an animated GIF or a picture",
        found,
        "Check that this is the file you meant and that it is complete.");
  }

  private static Optional<FileKind> kind(Path file) {
    try {
      return FileKind.of(file);
    } catch (IOException e) {
      // The refusal at hand says enough.
      return Optional.empty();
    }
  }
}
