package org.recyclegan.cli.options;

import java.nio.file.Path;
import java.util.List;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.finish.PathKind;
import picocli.CommandLine.Option;

/** How translations become frames of full resolution. */
public final class FinishingOptions {

  @Option(
      names = "--finish",
      paramLabel = "FINISH",
      converter = NamedConverter.Finishes.class,
      description = {
        "What becomes of a translation: real (the target's own frames that show the same),",
        "guide (the source's frames with the colours that the translation changed), none (it",
        "is enlarged), auto (what does best on held-out frames of the target) (${DEFAULT-VALUE})."
      })
  private FinishChoice finish = FinishChoice.AUTO;

  @Option(
      names = "--frames-from",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Videos whose frames may be shown, in place of those that the run was trained on."
      })
  private List<Path> framesFrom = List.of();

  @Option(
      names = "--path",
      paramLabel = "PATH",
      converter = NamedConverter.Paths.class,
      description = {
        "Through the target's frames: free (jumps, for what repeats), monotone (never back, for",
        "what happens once), auto (${DEFAULT-VALUE})."
      })
  private PathKind path = PathKind.AUTO;

  @Option(
      names = "--fit",
      paramLabel = "SIZE",
      converter = NamedConverter.Fits.class,
      description = {
        "Size of real frames in the result: the target's own, or the source's, to whose shape",
        "they are then cut: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})."
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
