package org.recyclegan.cli.options;

import org.recyclegan.worlds.DrawOptions;
import picocli.CommandLine.Option;

/** How much of a world is drawn. */
public final class ClipOptions {

  private final DrawOptions defaults;

  @Option(
      names = "--clips",
      paramLabel = "N",
      description = "Training clips of each domain (${DEFAULT-VALUE}).")
  private int clips;

  @Option(
      names = "--test-clips",
      paramLabel = "N",
      description = "Held-out clips (${DEFAULT-VALUE}).")
  private int testClips;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames in a clip (${DEFAULT-VALUE}).")
  private int frames;

  /** Decides what is drawn unless the user says so. */
  public ClipOptions(DrawOptions defaults) {
    this.defaults = defaults;
    clips = defaults.clips();
    testClips = defaults.testClips();
    frames = defaults.frames();
  }

  /**
   * Returns what to draw.
   *
   * @throws IllegalArgumentException if something is out of range
   */
  public DrawOptions with(long seed, int size) {
    return new DrawOptions(seed, clips, testClips, frames, size, defaults.rate());
  }
}
