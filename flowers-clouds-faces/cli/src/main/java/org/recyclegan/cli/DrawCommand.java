package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ClipOptions;
import org.recyclegan.cli.options.WorldParameter;
import org.recyclegan.service.Progress;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.worlds.ClipWriter;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.model.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws clips of a world. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Draw clips of a world whose truth is known.",
    description = {
      "",
      "Writes training clips a-000.mp4, b-000.mp4 and so on, each with a different motion;",
      "held-out test-a-000.mp4 with its truth test-b-000.mp4; and state.csv, the hidden",
      "state of every frame. The same options give the same pictures.",
      ""
    })
final class DrawCommand implements Callable<Integer> {

  private final Invocation invocation;
  private final DrawOptions defaults = DrawOptions.defaults();

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private WorldParameter world;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "New directory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Determines everything (${DEFAULT-VALUE}).")
  private long seed = defaults.seed();

  @Mixin private final ClipOptions clips = new ClipOptions(defaults);

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Side of the pictures in pixels, even (${DEFAULT-VALUE}).")
  private int size = defaults.size();

  @Option(
      names = "--force",
      description = "Replace clips of the same names; nothing else is touched.")
  private boolean force;

  DrawCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    World chosen = world.world();
    DrawOptions options = options();
    WriteOptions writing = WriteOptions.defaults().withOverwrite(force);
    ClipWriter writer =
        new ClipWriter(chosen, options, (path, like) -> VideoWriter.create(path, like, writing));
    List<String> notes;
    long frames = options.totalFrames();
    try (ProgressLine progress = ProgressLine.start(invocation)) {
      notes =
          writer.write(
              out,
              force,
              invocation.stop(),
              drawn -> progress.progress(Progress.of("frame", drawn, frames)));
    }
    notes.forEach(invocation::say);
    if (invocation.stop().getAsBoolean()) {
      invocation.say("stopped. To draw all of it: the same command with --force.");
      return ExitCode.INTERRUPTED;
    }
    invocation
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %d clips of %d frames, %dx%d",
                out,
                2 * (options.clips() + options.testClips()),
                options.frames(),
                options.size(),
                options.size()));
    return ExitCode.OK;
  }

  private DrawOptions options() {
    try {
      return clips.with(seed, size);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Cannot draw that: " + e.getMessage(), e);
    }
  }
}
