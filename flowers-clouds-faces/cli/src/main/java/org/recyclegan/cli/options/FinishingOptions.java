package org.recyclegan.cli.options;

import java.nio.file.Path;
import java.util.List;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.path.PathKind;
import picocli.CommandLine.Option;

/** How translations become frames of full resolution. */
public final class FinishingOptions {

  @Option(
      names = "--finish",
      paramLabel = "FINISH",
      converter = NamedConverter.Finishes.class,
      description = {
        "What to show: real (the target's own frames that match the translation), guide (the",
        "source's frames with the colours of the translation), none (the translation,",
        "enlarged), auto (the best of these on held-out frames) (${DEFAULT-VALUE})."
      })
  private FinishChoice finish = FinishChoice.AUTO;

  @Option(
      names = "--frames-from",
      paramLabel = "FILE",
      arity = "1..*",
      description = {"Videos whose frames may be shown, instead of the training videos."})
  private List<Path> framesFrom = List.of();

  @Option(
      names = "--path",
      paramLabel = "PATH",
      converter = NamedConverter.Paths.class,
      description = {
        "Path through the target's frames: free (jumps, for motion that repeats), monotone",
        "(never back, for motion that happens once), auto (${DEFAULT-VALUE})."
      })
  private PathKind path = PathKind.AUTO;

  @Option(
      names = "--fit",
      paramLabel = "SIZE",
      converter = NamedConverter.Fits.class,
      description = {
        "Size of real frames in the result: the target's own, or the source's; then they are",
        "cropped to its shape: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})."
      })
  private FrameFit fit = FrameFit.TARGET;

  /**
   * Returns what was asked for.
   *
   * @return as it stands in the options, measured where nothing does
   */
  public FinishOptions options() {
    return new FinishOptions(finish.kind(), path, fit == FrameFit.SOURCE, framesFrom);
  }
}
