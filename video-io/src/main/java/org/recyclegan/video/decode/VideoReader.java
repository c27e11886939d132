package org.recyclegan.video.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoDescription;

/**
 * The front door for reading: opens any video file that FFmpeg decodes, an animated GIF, a single
 * picture, or a folder of pictures, as a stream of upright RGB frames with square pixels.
 *
 * <p>Colours are converted by the matrix and range that the file names; where it names no matrix,
 * BT.601 is taken below 720 lines and BT.709 from there on. Transparent pixels lie over {@link
 * ReadOptions#backgroundRgb()}. Interlaced pictures are deinterlaced, one frame for each. Times are
 * those of the file, counted from the start of its container. A damaged file yields what can be
 * decoded; {@link FrameSource#warnings()} says what was lost.
 */
public final class VideoReader {

  private VideoReader() {}

  /**
   * Opens a video with the default options.
   *
   * @param input a file, or a folder of pictures
   * @return the open video; close it
   * @throws InputException if it is missing, empty, not a video, undecodable or too large
   * @throws IOException if reading fails for another reason
   */
  public static FrameSource open(Path input) throws IOException {
    return open(input, ReadOptions.defaults());
  }

  /**
   * Opens a video.
   *
   * @param input a file, or a folder of pictures
   * @param options background, limits, threads
   * @return the open video; close it
   * @throws InputException if it is missing, empty, not a video, undecodable or too large
   * @throws IOException if reading fails for another reason
   */
  public static FrameSource open(Path input, ReadOptions options) throws IOException {
    InputPath.requireReadable(input);
    return Files.isDirectory(input)
        ? ImageFolder.open(input, options)
        : FfmpegSource.open(input, options);
  }

  /**
   * Looks whether there is anything to read, before anything is opened: a pipe would wait for ever.
   *
   * @param input a file, or a folder
   * @throws InputException if there is nothing, nothing that may be read, a device or a pipe
   * @throws IOException if that cannot be found out
   */
  public static void requireReadable(Path input) throws IOException {
    InputPath.requireReadable(input);
  }

  /**
   * Describes a video with the default options: what the file says and what reading makes of it.
   *
   * @param input a file, or a folder of pictures
   * @throws InputException exactly where {@link #open(Path)} throws one
   * @throws IOException if reading fails for another reason
   */
  public static VideoDescription describe(Path input) throws IOException {
    return describe(input, ReadOptions.defaults());
  }

  /**
   * Describes a video. Its first picture is decoded, so what is described can be read.
   *
   * @param input a file, or a folder of pictures
   * @param options as it would be read
   * @throws InputException exactly where {@link #open(Path, ReadOptions)} throws one
   * @throws IOException if reading fails for another reason
   */
  public static VideoDescription describe(Path input, ReadOptions options) throws IOException {
    InputPath.requireReadable(input);
    if (!Files.isDirectory(input)) {
      try (FfmpegSource source = FfmpegSource.open(input, options)) {
        return Describer.describe(source);
      }
    }
    try (ImageFolder folder = ImageFolder.open(input, options);
        FfmpegSource picture = FfmpegSource.open(folder.firstFile(), options)) {
      return Describer.describe(folder, picture);
    }
  }
}
