package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.recycle.Compute;
import org.recyclegan.recycle.RetimeRequest;
import org.recyclegan.recycle.Retiming;
import org.recyclegan.recycle.finish.ShownFrame;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.video.isolation.InputReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays one video at the pace of another. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Play one video at the pace of another, without any training.",
    description = {
      "",
      "Shows the frames of --frames-from that move as the source does: by how the picture",
      "moves, grows and turns, so the two may look nothing alike. The result has the source's",
      "frame times and sound. Use it to bring clips of unequal length from bud to bloom to one",
      "pace before a training, or to see what a trained method has to beat.",
      ""
    })
final class AlignCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "SOURCE",
      description = "Video or folder of pictures that sets the pace.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path source;

  @Option(
      names = "--frames-from",
      required = true,
      paramLabel = "FILE",
      arity = "1..*",
      description = "Videos whose frames are shown.")
  private List<Path> framesFrom = List.of();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUTPUT",
      description = "Video to write; its extension decides the format.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path output;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      converter = NamedConverter.Paths.class,
      description = {
        "Through the frames: free (jumps, for what repeats), monotone (never back, for what",
        "happens once), auto (${DEFAULT-VALUE})."
      })
  private PathKind path = PathKind.AUTO;

  @Option(names = "--side-by-side", description = "Show the source on the left.")
  private boolean sideBySide;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write as CSV which frame is shown for which; - for standard output.")
  private @Nullable Path table;

  @Option(names = "--force", description = "Replace existing outputs.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  AlignCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    OutputGuard guard =
        new OutputGuard().reads(framesFrom).reads(List.of(source)).writes("--output", output);
    @Nullable ResultFile file = table == null ? null : new ResultFile("--table", table);
    if (file != null) {
      guard.writes(file.option(), file.path());
      file.check(force);
    }
    guard.check();
    try (InputReader reader = reading.reader();
        ProgressLine progress = ProgressLine.start(invocation)) {
      Retiming.Outcome outcome =
          Retiming.run(
              invocation.session(Compute.auto(), reader, progress),
              new RetimeRequest(source, framesFrom, output, path, sideBySide, force));
      progress.end();
      if (file != null && file.isStandardOutput()) {
        invocation.out().print(csv(outcome.frames()));
      } else {
        if (file != null) {
          file.write(csv(outcome.frames()));
        }
        invocation.out().println(summary(outcome));
      }
      return ExitCode.OK;
    } catch (CancellationException e) {
      invocation.say("stopped; nothing was written. To begin again: the same command.");
      return ExitCode.INTERRUPTED;
    }
  }

  private String summary(Retiming.Outcome outcome) {
    int jumps = 0;
    int still = 0;
    List<ShownFrame> frames = outcome.frames();
    for (int i = 1; i < frames.size(); i++) {
      ShownFrame before = frames.get(i - 1);
      ShownFrame now = frames.get(i);
      int step = now.frame() - before.frame();
      boolean same = now.video().equals(before.video());
      still += same && step == 0 ? 1 : 0;
      jumps += same && step >= 0 && step <= 2 ? 0 : 1;
    }
    return String.format(
        Locale.ROOT,
        "%s: %d frames, path %s, %d jumps, %d frames shown again",
        output,
        frames.size(),
        outcome.path(),
        jumps,
        still);
  }

  private static String csv(List<ShownFrame> frames) {
    StringBuilder lines = new StringBuilder("frame,video,shown\n");
    for (int i = 0; i < frames.size(); i++) {
      String video = frames.get(i).video().replace("\"", "\"\"");
      lines
          .append(i)
          .append(",\"")
          .append(video)
          .append("\",")
          .append(frames.get(i).frame())
          .append('\n');
    }
    return lines.toString();
  }
}
