package org.recyclegan.video.encode;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.decode.InputPath;

/** The output formats, chosen by the extension of the output. */
enum OutputFormat {
  /** H.264; VP9 for the sizes that H.264 cannot code. */
  MP4("mp4", ImmutableList.of("mp4", "m4v"), VideoCodec.H264, VideoCodec.VP9),
  /** H.264; lossless PNG for the sizes that H.264 cannot code, as MOV takes no VP9. */
  MOV("mov", ImmutableList.of("mov"), VideoCodec.H264, VideoCodec.PNG),
  /** VP9. */
  WEBM("webm", ImmutableList.of("webm"), VideoCodec.VP9, VideoCodec.VP9),
  /** FFV1, lossless. */
  MKV("matroska", ImmutableList.of("mkv"), VideoCodec.FFV1, VideoCodec.FFV1),
  /** 256 colours a frame, no audio. */
  GIF("gif", ImmutableList.of("gif"), VideoCodec.GIF, VideoCodec.GIF),
  /** A folder of numbered pictures, lossless; no extension. */
  PNG_FOLDER("", ImmutableList.of(), VideoCodec.PNG, VideoCodec.PNG);

  /** OpenH264 refuses anything smaller than a macroblock. */
  private static final int MIN_H264_SIDE = 16;

  /** Macroblocks of level 5.2, the highest of OpenH264: 4096x2304, for example. */
  private static final long MAX_H264_MACROBLOCKS = 36_864;

  private static final TimeBase MILLISECONDS = new TimeBase(1, 1000);
  private static final TimeBase CENTISECONDS = new TimeBase(1, 100);

  private final String muxerName;
  private final ImmutableList<String> extensions;
  private final VideoCodec codec;
  private final VideoCodec anySizeCodec;

  OutputFormat(
      String muxerName,
      ImmutableList<String> extensions,
      VideoCodec codec,
      VideoCodec anySizeCodec) {
    this.muxerName = muxerName;
    this.extensions = extensions;
    this.codec = codec;
    this.anySizeCodec = anySizeCodec;
  }

  /**
   * Returns the format that an output's name asks for.
   *
   * @throws InputException if the extension is none of those known
   */
  static OutputFormat of(Path out) throws InputException {
    if (out.toString().equals(InputPath.STANDARD_STREAM)) {
      throw new InputException(
          "The output -, which stands for standard output",
          "the name of a file, or of a folder for pictures",
          "a stream, in which no index can be put before the video",
          "Write to a file and send that on; a folder named - is ./-.");
    }
    String extension = extension(out);
    if (extension.isEmpty()) {
      return PNG_FOLDER;
    }
    for (OutputFormat format : values()) {
      if (format.extensions.contains(extension)) {
        return format;
      }
    }
    throw new InputException(
        out + ": this kind of video cannot be written",
        supported(),
        "." + extension,
        "Change the output's extension.");
  }

  private static String extension(Path out) {
    Path name = out.getFileName();
    if (name == null) {
      return "";
    }
    int dot = name.toString().lastIndexOf('.');
    // A name such as ".frames" or ".." is all name and no extension.
    return dot <= 0 || name.toString().equals("..")
        ? ""
        : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String supported() {
    StringBuilder list = new StringBuilder();
    Arrays.stream(values())
        .flatMap(format -> format.extensions.stream())
        .forEach(extension -> list.append('.').append(extension).append(", "));
    return list + "or no extension for a folder of PNG pictures";
  }

  /** Returns the usual extension, such as ".mp4"; empty for a folder. */
  String extension() {
    return extensions.isEmpty() ? "" : "." + extensions.get(0);
  }

  /** Returns FFmpeg's name of the muxer. */
  String muxerName() {
    return muxerName;
  }

  /** Returns the codec for frames of a size: H.264 with 4:2:0 chroma needs even sides. */
  VideoCodec codecFor(int width, int height) {
    boolean even = width % 2 == 0 && height % 2 == 0;
    long macroblocks = ((width + 15L) / 16) * ((height + 15L) / 16);
    boolean coded =
        even && Math.min(width, height) >= MIN_H264_SIDE && macroblocks <= MAX_H264_MACROBLOCKS;
    return coded ? codec : anySizeCodec;
  }

  /** Returns the container's unit of time where it has only one; otherwise it takes any. */
  Optional<TimeBase> fixedTimeBase() {
    return switch (this) {
      case WEBM, MKV -> Optional.of(MILLISECONDS);
      case GIF -> Optional.of(CENTISECONDS);
      case MP4, MOV, PNG_FOLDER -> Optional.empty();
    };
  }

  /**
   * Returns the fewest ticks from one frame to the next. Browsers and FFmpeg show a GIF's frame of
   * 0 or 1 hundredths for a tenth of a second.
   */
  long shortestStep() {
    return this == GIF ? 2 : 1;
  }

  /**
   * Returns the most ticks from one frame to the next, beyond which FFmpeg's muxer would make times
   * up without a word.
   */
  long longestPause() {
    return switch (this) {
      case MP4, MOV -> Integer.MAX_VALUE - 1;
      case GIF -> 0xFFFF;
      case WEBM, MKV, PNG_FOLDER -> Long.MAX_VALUE;
    };
  }

  /**
   * Returns whether audio may start before time 0, as the priming samples of AAC and MP3 do. Where
   * it may not, packets that lie mostly before it are left out: they are hardly heard, and keeping
   * them would move the pictures instead.
   */
  boolean allowsNegativeTimes() {
    return this == MP4 || this == MOV;
  }

  /** Returns whether there is a place for sound at all. */
  boolean carriesAudio() {
    return this != GIF && this != PNG_FOLDER;
  }
}
