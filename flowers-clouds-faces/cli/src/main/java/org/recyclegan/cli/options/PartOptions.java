package org.recyclegan.cli.options;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.excerpt.Part;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a video is meant. */
public final class PartOptions {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = {
        "Begin at this time of the input, such as 10, 0:10.5 or 1:02:03, counted from its",
        "first frame, or at a frame, such as 240f, counted from 0 (the beginning)."
      })
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "End before this time or frame of the input (the end).")
  private @Nullable String to;

  /**
   * Returns the part.
   *
   * @throws ParameterException if a moment cannot be read, or they are in the wrong order
   */
  public Part part() {
    try {
      return Part.between(from, to);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --from or --to: " + e.getMessage(), e);
    }
  }
}
