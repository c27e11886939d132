package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares methods. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Train methods on the same videos and measure them on what none has seen.",
    description = {
      "",
      "Each method gets the same data, split, size, networks, seeds and budget: --steps for",
      "the same number of steps, --minutes for the same time. The end of each clip is held",
      "out, retargeted both ways and measured; or the test clips, against the truth where",
      "they are paired. Ends with report.html. After an interruption the same command goes",
      "on without redoing what is finished.",
      ""
    })
final class CompareCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--a",
      required = true,
      paramLabel = "FILE",
      arity = "1..*",
      description = "Domain A's videos.")
  private List<Path> a = List.of();

  @Option(
      names = "--b",
      required = true,
      paramLabel = "FILE",
      arity = "1..*",
      description = "Domain B's videos.")
  private List<Path> b = List.of();

  @Option(
      names = "--test-a",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Measure on these videos of domain A, not on the ends of --a.")
  private List<Path> testA = List.of();

  @Option(
      names = "--test-b",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Likewise of domain B.")
  private List<Path> testB = List.of();

  @Option(
      names = "--paired",
      description =
          "The test clips show the same, the first of --test-a and of --test-b and so on: each is"
              + " the truth of the other's translation.")
  private boolean paired;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it all goes.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Mixin private final ContestOptions contest = new ContestOptions(1);

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ConfigOptions options;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    int seeds = contest.seeds();
    List<Method> methods = contest.opponents();
    TrainingConfig shared = shared(methods.get(0));
    List<Contestant> contestants = new ArrayList<>();
    for (Method method : methods) {
      for (int i = 0; i < seeds; i++) {
        contestants.add(new Contestant(method, shared.seed() + i));
      }
    }
    Comparison.Setup setup =
        new Comparison.Setup(a, b, tests(), out, shared, contestants, reading.frameRate());
    Optional<Path> page;
    try (InputReader reader = reading.reader()) {
      page = new Comparison(surroundings, setup, compute, reader).run();
    }
    if (page.isEmpty()) {
      surroundings.say("stopped; to go on, give the same command again.");
      return ExitCode.INTERRUPTED;
    }
    surroundings.out().println(page.get());
    return ExitCode.OK;
  }

  private TestClips tests() {
    try {
      return new TestClips(testA, testB, paired);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** The first method stands for all: only method, weights and seed are each one's own. */
  private TrainingConfig shared(Method first) throws InputException {
    try {
      return options.fresh(compute.fastest()).withMethod(first);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
