package org.recyclegan.cli.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;
import org.recyclegan.video.excerpt.Excerpt;
import org.recyclegan.video.excerpt.Framing;
import org.recyclegan.video.excerpt.Framings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which region of each training video is learnt from. */
public final class TrainingRegions {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Learn from this part of the pictures alone: x,y,w,h in pixels of the upright picture,",
        "face or motion; of all videos, or with --region-a and --region-b of one side's."
      })
  private @Nullable String both;

  @Option(names = "--region-a", paramLabel = "REGION", description = "As --region, of A's videos.")
  private @Nullable String ofA;

  @Option(names = "--region-b", paramLabel = "REGION", description = "As --region, of B's videos.")
  private @Nullable String ofB;

  /**
   * Returns the regions of A's videos, as names.
   *
   * @throws InputException if a name has a region already
   */
  public List<Path> a(List<Path> videos) throws InputException {
    return named("--region-a", videos, ofA);
  }

  /**
   * Returns the regions of B's videos, as names.
   *
   * @throws InputException if a name has a region already
   */
  public List<Path> b(List<Path> videos) throws InputException {
    return named("--region-b", videos, ofB);
  }

  private List<Path> named(String option, List<Path> videos, @Nullable String own)
      throws InputException {
    if (own != null && both != null) {
      throw wrong("Expected --region or " + option + ", found both", null);
    }
    String text = own == null ? both : own;
    if (text == null) {
      return videos;
    }
    if (videos.isEmpty()) {
      throw wrong(
          "A region is said of videos, which have to be named with it; --resume alone goes on as"
              + " the run was begun",
          null);
    }
    Framing framing;
    try {
      framing = Framings.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong("Invalid region: " + e.getMessage(), e);
    }
    List<Path> names = new ArrayList<>();
    for (Path video : videos) {
      names.add(Excerpt.of(video).crop(framing).name());
    }
    return names;
  }

  private ParameterException wrong(String message, @Nullable Exception cause) {
    ParameterException refusal = new ParameterException(spec.commandLine(), message);
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
