package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.PartOptions;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.cli.options.RunOperand;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.scores.ScoresCsv;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.recycle.Compute;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.studies.report.EvaluationReport;
import org.recyclegan.studies.scoring.Evaluating;
import org.recyclegan.studies.scoring.EvaluationRequest;
import org.recyclegan.video.InputException;
import org.recyclegan.video.isolation.InputReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a video. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Score a retargeted video against its source, and against the truth.",
    description = {
      "",
      "Prints a table: each metric with its interval and which direction is better, or why",
      "it has no value. docs/metrics.md explains each metric and what misleads it.",
      "--from and --to are for an output of a part: they select the part of SRC and TRUTH.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "OUTPUT", description = "The retargeted video.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path output;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "SRC",
      description = "The video it was made from.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path source;

  @Option(
      names = "--reference",
      paramLabel = "TRUTH",
      description = "The true result, if it is known.")
  private @Nullable Path reference;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private PartOptions part;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = {
        "Names separated by commas (all that need no network, except",
        "warp_error_interval)."
      })
  private @Nullable String metrics;

  @Option(
      names = "--warp-interval",
      paramLabel = "K",
      defaultValue = "10",
      description = "Distance in frames of the pairs that warp_error_interval compares (10).")
  private int warpInterval;

  @Option(
      names = "--extractor",
      paramLabel = "FILE",
      description = {
        "A TorchScript network for fid, kid, frechet and kernel:",
        "input (1, 3, 299, 299) from 0 to 255, output the features of one frame."
      })
  private @Nullable Path extractor;

  @Option(
      names = "--real",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Real videos of the output's kind, to compare its features with (TRUTH).")
  private List<Path> real = List.of();

  @Option(
      names = "--perceptual",
      paramLabel = "FILE",
      description = {
        "A TorchScript network for lpips: input two pictures (1, 3, H, W) from -1 to 1,",
        "output one number."
      })
  private @Nullable Path perceptual;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the scores as JSON; - prints them instead of the table.")
  private @Nullable Path json;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the scores as CSV.")
  private @Nullable Path csv;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html: the videos side by side, their curves and the table.")
  private @Nullable Path report;

  @Option(names = "--force", description = "Replace existing files.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  EvaluateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Set<Metric> names = metrics == null ? Metrics.defaults() : Metrics.parseList(metrics);
    int interval = warpInterval();
    Optional<ResultFile> jsonFile = file("--json", json);
    Optional<ResultFile> csvFile = file("--csv", csv);
    for (ResultFile file : Stream.concat(jsonFile.stream(), csvFile.stream()).toList()) {
      file.check(force);
    }
    Optional<EvaluationReport> page =
        report == null ? Optional.empty() : Optional.of(new EvaluationReport(report));
    for (Path video : Stream.of(output, source).toList()) {
      RunOperand.requireNone(video);
    }
    guard(jsonFile, csvFile, page).check();
    if (page.isPresent()) {
      page.get().check(force);
    }
    EvaluationRequest request =
        new EvaluationRequest(
                output,
                source,
                reference,
                names,
                interval,
                new EvaluationRequest.Networks(extractor, perceptual, real))
            .withPart(part.part());
    try (InputReader reader = reading.reader();
        ProgressLine progress = ProgressLine.start(invocation)) {
      Session session = invocation.session(Compute.auto(), reader, progress);
      Evaluation found;
      try {
        found = Evaluating.run(session, request);
      } catch (CancellationException e) {
        progress.message("stopped; nothing was written. Run the same command to start again.");
        return ExitCode.INTERRUPTED;
      }
      progress.end();
      return tell(session, request, found, jsonFile, csvFile, page);
    }
  }

  private OutputGuard guard(
      Optional<ResultFile> jsonFile,
      Optional<ResultFile> csvFile,
      Optional<EvaluationReport> page) {
    OutputGuard guard = new OutputGuard().reads(List.of(output, source)).reads(real);
    Stream.of(reference, extractor, perceptual)
        .flatMap(Stream::ofNullable)
        .forEach(input -> guard.reads(List.of(input)));
    jsonFile.ifPresent(file -> guard.writes(file.option(), file.path()));
    csvFile.ifPresent(file -> guard.writes(file.option(), file.path()));
    page.ifPresent(report -> report.declare(guard));
    return guard;
  }

  private int tell(
      Session session,
      EvaluationRequest request,
      Evaluation found,
      Optional<ResultFile> jsonFile,
      Optional<ResultFile> csvFile,
      Optional<EvaluationReport> page)
      throws IOException {
    Scores scores = found.scores();
    if (jsonFile.isPresent()) {
      put(jsonFile.get(), ScoresJson.text(scores));
    }
    if (csvFile.isPresent()) {
      put(csvFile.get(), ScoresCsv.text(scores));
    }
    if (Stream.concat(jsonFile.stream(), csvFile.stream())
        .noneMatch(ResultFile::isStandardOutput)) {
      ScoreTable.lines(scores).forEach(invocation.out()::println);
    }
    if (page.isPresent()) {
      try {
        Path written =
            page.get()
                .write(session, found, request.output(), request.source(), request.reference());
        session.listener().message("wrote " + written);
      } catch (CancellationException e) {
        session.listener().message("stopped; the report was not written.");
        return ExitCode.INTERRUPTED;
      }
    }
    scores.warnings().forEach(session.listener()::warning);
    return ExitCode.OK;
  }

  /**
   * Returns the interval.
   *
   * @throws InputException if the interval is out of range
   */
  private int warpInterval() throws InputException {
    int most = EvaluationOptions.MAX_WARP_INTERVAL;
    if (warpInterval < 1 || warpInterval > most) {
      throw new InputException(
          "--warp-interval",
          "a number of frames from 1 to " + most,
          Integer.toString(warpInterval),
          "That many frames of each video are held in memory.");
    }
    return warpInterval;
  }

  private static Optional<ResultFile> file(String option, @Nullable Path path) {
    return Optional.ofNullable(path).map(given -> new ResultFile(option, given));
  }

  private void put(ResultFile file, String text) throws IOException {
    if (file.isStandardOutput()) {
      invocation.out().print(text);
    } else {
      file.write(text);
    }
  }
}
