package org.recyclegan.cli;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.ConfigOptions;
import org.recyclegan.cli.options.ContestOptions;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.cli.options.RunOperand;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.Report;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.studies.Comparison;
import org.recyclegan.studies.ComparisonRequest;
import org.recyclegan.studies.trials.PlannedFolder;
import org.recyclegan.studies.trials.TestClips;
import org.recyclegan.studies.trials.Trial;
import org.recyclegan.video.isolation.InputReader;
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
    header = "Train methods on the same videos and measure them on unseen frames.",
    description = {
      "",
      "Each method gets the same data, split, size, networks, seeds and budget: --steps for",
      "the same number of steps, --minutes for the same time. The end of each clip is held",
      "out, retargeted both ways and measured. With --test-a and --test-b the test clips are",
      "measured instead, with --paired against the truth. Writes report.html. After an",
      "interruption, the same command continues; finished parts are not repeated.",
      ""
    })
final class CompareCommand implements Callable<Integer> {

  private final Invocation invocation;

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
      description = "Measure on these videos of domain B, not on the ends of --b.")
  private List<Path> testB = List.of();

  @Option(
      names = "--paired",
      description =
          "The test clips show the same motion in pairs, the first of --test-a with the first of"
              + " --test-b and so on: each is the truth for the other's translation.")
  private boolean paired;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for all results.")
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

  CompareCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    compute.compute().requireOneDevice();
    int seeds = contest.seeds();
    List<Method> methods = contest.opponents();
    TrainingConfig shared = shared(methods.get(0));
    List<Trial> trials = new ArrayList<>();
    for (Method method : methods) {
      for (int i = 0; i < seeds; i++) {
        trials.add(new Trial(method, shared.seed() + i));
      }
    }
    ComparisonRequest request =
        new ComparisonRequest(a, b, tests(), out, shared, trials, reading.frameRate());
    for (Path input : Iterables.concat(a, b, testA, testB)) {
      RunOperand.requireNone(input);
    }
    try (InputReader reader = reading.reader();
        ProgressLine progress = ProgressLine.start(invocation)) {
      Comparison.Outcome outcome =
          Comparison.run(invocation.session(compute.compute(), reader, progress), request);
      progress.end();
      table(outcome.findings()).forEach(invocation.out()::println);
      invocation.out().println(outcome.page());
      return ExitCode.OK;
    } catch (CancellationException e) {
      invocation.say("stopped; to continue, run the same command again.");
      return ExitCode.INTERRUPTED;
    }
  }

  /** One table for each pair of methods: their values differ in name alone. */
  private static List<String> table(List<Finding> findings) {
    Map<List<String>, List<List<String>>> byPair = new LinkedHashMap<>();
    for (Finding finding : findings) {
      List<String> pair = finding.means().stream().map(Report.Fact::label).toList();
      List<List<String>> rows = byPair.computeIfAbsent(pair, CompareCommand::header);
      List<String> row = new ArrayList<>(List.of(finding.group(), finding.metric()));
      finding.means().forEach(mean -> row.add(mean.value()));
      row.addAll(List.of(finding.difference(), finding.direction(), finding.verdict()));
      rows.add(row);
    }
    return byPair.values().stream().flatMap(rows -> TextTable.lines(rows).stream()).toList();
  }

  private static List<List<String>> header(List<String> pair) {
    List<String> header = new ArrayList<>(List.of("direction", "metric"));
    header.addAll(pair);
    header.addAll(List.of("difference (95 % interval)", "better", "verdict"));
    return new ArrayList<>(List.of(header));
  }

  private TestClips tests() {
    try {
      return new TestClips(testA, testB, paired);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** The first method stands for all: only method, weights and seed are each one's own. */
  private TrainingConfig shared(Method first) throws IOException {
    // Of the comparison that is gone on with, which another machine may have begun.
    Optional<Precision> begun = PlannedFolder.precision(out.resolve(Comparison.PLAN));
    Precision precision = begun.isPresent() ? begun.get() : compute.compute().fastest();
    try {
      return options.fresh(precision).withMethod(first);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
