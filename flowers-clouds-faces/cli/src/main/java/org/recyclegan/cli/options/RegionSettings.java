package org.recyclegan.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.region.RegionOptions;
import org.recyclegan.video.excerpt.Framing;
import org.recyclegan.video.excerpt.Framings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which region of a source is translated, and how it is pasted back. */
public final class RegionSettings {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Translate only this part of the picture and paste it back: x,y,w,h in pixels of the",
        "upright picture, face (the square around a face, frame by frame) or motion (the one",
        "square around all that moves). Outside of it the input stays as it is."
      })
  private @Nullable String region;

  @Option(
      names = "--feather",
      paramLabel = "PIXELS",
      description = {
        "Width of the region's border, in which the result passes into the input",
        "(an eighth of the region's short side)."
      })
  private @Nullable Integer feather;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = {
        "In place of that border: a grey picture of the input's size, white where the result",
        "is shown. Without --region, the region is what is not black in it."
      })
  private @Nullable Path mask;

  @Option(
      names = "--fit-colours",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "Fit the colours of the region's result to the input around it (on); --no-fit-colours",
        "keeps them, for grounds of quite different colours."
      })
  private boolean fitsColours;

  /**
   * Returns what was asked for.
   *
   * @throws ParameterException if a value cannot be read, or they do not go together
   */
  public RegionOptions options() {
    try {
      Optional<Framing> framing = Optional.ofNullable(region).map(Framings::parse);
      OptionalInt width = feather == null ? OptionalInt.empty() : OptionalInt.of(feather);
      return new RegionOptions(framing, width, Optional.ofNullable(mask), fitsColours);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --region, --feather or --mask: " + e.getMessage(), e);
    }
  }
}
