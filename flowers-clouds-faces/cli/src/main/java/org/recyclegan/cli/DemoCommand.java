package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.recycle.Session;
import org.recyclegan.studies.demo.Demo;
import org.recyclegan.studies.demo.DemoFolder;
import org.recyclegan.studies.demo.PretrainedDemo;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.isolation.InputReader;
import picocli.CommandLine.ArgGroup;
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
      "Draws videos of two kinds of flower, trains on them, and translates a held-out flower",
      "of one kind into the other. Writes the result, a side-by-side video, a contact sheet",
      "and a page that says what to look at. With --pretrained nothing is trained: the",
      "networks come with the program, and the result is measured against the truth.",
      ""
    })
final class DemoCommand implements Callable<Integer> {

  private static final String TRAINED = "recycle-demo";
  private static final String PRETRAINED = "recycle-demo-pretrained";

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New directory (" + TRAINED + ", or " + PRETRAINED + ").")
  private @Nullable Path out;

  @ArgGroup(exclusive = true)
  private Networks networks = new Networks();

  /** Where the networks come from: one of two ways. */
  static final class Networks {
    @Option(
        names = "--minutes",
        paramLabel = "M",
        description = "Minutes of training (${DEFAULT-VALUE}).")
    private double minutes = Demo.DEFAULT_MINUTES;

    @Option(
        names = "--pretrained",
        description = "Use the networks that come with the program, without training: a minute.")
    private boolean pretrained;
  }

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (!(networks.minutes > 0)) {
      throw new ParameterException(
          spec.commandLine(),
          "The time to train must be above 0 minutes, found " + networks.minutes);
    }
    compute.compute().requireOneDevice();
    Path place = out == null ? Path.of(networks.pretrained ? PRETRAINED : TRAINED) : out;
    try (InputReader reader = InputReader.here(ReadOptions.defaults());
        ProgressLine progress = ProgressLine.start(invocation)) {
      Session session = invocation.session(compute.compute(), reader, progress);
      DemoFolder folder = DemoFolder.create(session, place);
      String page =
          networks.pretrained
              ? new PretrainedDemo(session, folder).run()
              : new Demo(session, folder, networks.minutes).run();
      progress.end();
      invocation.out().print(page);
      return ExitCode.OK;
    } catch (CancellationException e) {
      invocation.say("stopped. To start again, remove " + place + " and run the same command.");
      return ExitCode.INTERRUPTED;
    }
  }
}
