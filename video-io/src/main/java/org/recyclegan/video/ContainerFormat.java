package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * Finds out what kind of file it is before any demuxer touches it, and refuses the kinds that name
 * other files or hosts to read from: a playlist from a stranger must reach neither.
 */
final class ContainerFormat {

  private static final ImmutableSet<String> PLAYLISTS =
      ImmutableSet.of(
          "concat", "dash", "hls", "hls,applehttp", "imf", "rtp", "rtsp", "sap", "sdp", "vobsub");

  /** Demuxers that take any text for pictures of a terminal. */
  private static final ImmutableSet<String> TEXT =
      ImmutableSet.of("adf", "bin", "idf", "tty", "xbin");

  private ContainerFormat() {}

  /** Returns FFmpeg's URL of a local file; the caller closes it. Names need no escaping in it. */
  static BytePointer url(Path file) {
    return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
  }

  /**
   * Probes a file.
   *
   * @throws InputException if it is nothing that FFmpeg knows or nothing that may be opened
   */
  static AVInputFormat probe(Path file) throws InputException {
    AVIOContext io = new AVIOContext(null);
    AVInputFormat format = new AVInputFormat(null);
    // Only the extension: in a whole name, % and * would make FFmpeg look for a sequence of files.
    try (BytePointer url = url(file);
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
    return new InputException(
        file + ": not a video",
        "a video, an animated GIF or a picture",
        found,
        "Check that this is the file you meant and that it is complete.");
  }
}
