package org.recyclegan.cli;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How videos are read, for every command that reads any. */
final class ReadingOptions {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--isolate-decoding",
      description = {
        "For files from strangers: decode in another process, whose death is this file's",
        "failure and nothing else's."
      })
  private boolean isolate;

  @Option(
      names = "--frame-rate",
      paramLabel = "RATE",
      converter = Rates.class,
      description = "Frames a second of a folder of pictures, such as 30000/1001 (25).")
  private @Nullable FrameRate pictureRate;

  @Option(
      names = ReadLimits.PIXELS_OPTION,
      paramLabel = "N",
      description = "Refuse larger frames (35389440, which is 8192x4320).")
  private @Nullable Long maxPixels;

  @Option(
      names = ReadLimits.FRAMES_OPTION,
      paramLabel = "N",
      description = "Refuse videos of more frames (5000000).")
  private @Nullable Long maxFrames;

  @Option(
      names = ReadLimits.SECONDS_OPTION,
      paramLabel = "S",
      description = "Refuse longer videos (86400, which is a day).")
  private @Nullable Double maxSeconds;

  @Option(
      names = ReadLimits.PIXEL_RATE_OPTION,
      paramLabel = "N",
      description = "Refuse more pixels a second (4246732800, which is 8192x4320 at 120).")
  private @Nullable Double maxPixelRate;

  /** Reads a frame rate. */
  static final class Rates implements picocli.CommandLine.ITypeConverter<FrameRate> {
    @Override
    public FrameRate convert(String text) {
      try {
        return FrameRate.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Begins to read.
   *
   * @return to be closed when nothing is read any more
   */
  InputReader reader() {
    return isolate ? InputReader.isolated(options()) : InputReader.here(options());
  }

  boolean isolate() {
    return isolate;
  }

  /** Returns the frame rate of folders of pictures, or null if none was given. */
  @Nullable String frameRate() {
    return pictureRate == null ? null : pictureRate.toString();
  }

  /**
   * Returns how videos are read.
   *
   * @throws ParameterException if a limit is out of its range
   */
  ReadOptions options() {
    ReadOptions defaults = ReadOptions.defaults();
    ReadLimits limits = defaults.limits();
    try {
      ReadOptions chosen =
          defaults.withLimits(
              new ReadLimits(
                  ConfigOptions.or(maxPixels, limits.maxPixels()),
                  ConfigOptions.or(maxFrames, limits.maxFrames()),
                  ConfigOptions.or(maxSeconds, limits.maxSeconds()),
                  ConfigOptions.or(maxPixelRate, limits.maxPixelRate())));
      return pictureRate == null ? chosen : chosen.withPictureRate(pictureRate);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
