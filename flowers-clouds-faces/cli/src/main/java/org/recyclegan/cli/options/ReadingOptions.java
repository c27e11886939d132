package org.recyclegan.cli.options;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.isolation.InputReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How videos are read, for every command that reads any. */
public final class ReadingOptions {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--isolate-decoding",
      description = {
        "For files from strangers: decode in a separate process. If it crashes, only this",
        "file fails."
      })
  private boolean isolate;

  private @Nullable FrameRate pictureRate;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Refuse larger frames (35389440, which is 8192x4320).")
  private @Nullable Long maxPixels;

  @Option(
      names = "--max-frames",
      paramLabel = "N",
      description = "Refuse videos of more frames (5000000).")
  private @Nullable Long maxFrames;

  @Option(
      names = "--max-seconds",
      paramLabel = "S",
      description = "Refuse longer videos (86400, which is a day).")
  private @Nullable Double maxSeconds;

  @Option(
      names = "--max-pixel-rate",
      paramLabel = "N",
      description = "Refuse more pixels a second (4246732800, which is 8192x4320 at 120).")
  private @Nullable Double maxPixelRate;

  @Option(
      names = "--frame-rate",
      paramLabel = "RATE",
      description = "Frames a second of a folder of pictures, such as 30 or 29.97 (25).")
  void setPictureRate(String text) {
    try {
      FrameRate rate = FrameRate.parse(text);
      if (rate.isRoundedBy(text)) {
        spec.commandLine()
            .getErr()
            .println("recycle: --frame-rate " + text + " is taken as exactly " + rate + ".");
      }
      pictureRate = rate;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--frame-rate': " + e.getMessage(), e);
    }
  }

  /**
   * Begins to read.
   *
   * @return to be closed when nothing is read any more
   */
  public InputReader reader() {
    return isolate ? InputReader.isolated(options()) : InputReader.here(options());
  }

  public boolean isolate() {
    return isolate;
  }

  /** Returns the frame rate of folders of pictures, or null if it is the default one. */
  public @Nullable String frameRate() {
    return pictureRate == null || pictureRate.equals(ReadOptions.defaults().pictureRate())
        ? null
        : pictureRate.toString();
  }

  /**
   * Returns how videos are read.
   *
   * @throws ParameterException if a limit is out of its range
   */
  public ReadOptions options() {
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
