package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows everything once, without any video of one's own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Draw two kinds of flower, train on them, retarget a clip.",
    description = {
      "",
      "Draws videos of two kinds of flower, trains on them, and lets a held-out flower of",
      "the one kind bloom as the other. Leaves the result, a side-by-side video, a contact",
      "sheet and a page that says what to look at.",
      ""
    })
final class DemoCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", description = "New directory (${DEFAULT-VALUE}).")
  private Path out = Path.of("recycle-demo");

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "How long to train (${DEFAULT-VALUE}).")
  private double minutes = Demo.DEFAULT_MINUTES;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (!(minutes > 0)) {
      throw new ParameterException(
          spec.commandLine(), "The time to train must be above 0 minutes, found " + minutes);
    }
    if (new Demo(surroundings, out, minutes, compute).run()) {
      return ExitCode.OK;
    }
    surroundings.say("stopped. To begin again: remove " + out + ", and give the same command.");
    return ExitCode.INTERRUPTED;
  }
}
