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
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.scores.ScoresCsv;
import org.recyclegan.eval.scores.ScoresJson;
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
      "Prints a table: what was measured, how sure the number is, which way is better, or",
      "why there is no number. docs/metrics.md says what each means and what fools it.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

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
      description = "What it should look like, where that is known.")
  private @Nullable Path reference;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = "Names with commas between them (all that need no network).")
  private @Nullable String metrics;

  @Option(
      names = "--extractor",
      paramLabel = "FILE",
      description = {
        "A TorchScript network for fid, kid, frechet and kernel:",
        "(1, 3, 299, 299) of 0 to 255 in, the features of one frame out."
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
        "A TorchScript network for lpips: two pictures (1, 3, H, W) of -1 to 1 in,",
        "one number out."
      })
  private @Nullable Path perceptual;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the scores as JSON; - prints them in the place of the table.")
  private @Nullable Path json;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the scores as CSV.")
  private @Nullable Path csv;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html: the videos in step, their curves and the table.")
  private @Nullable Path report;

  @Option(names = "--force", description = "Replace existing files.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Set<MetricName> names = metrics == null ? MetricName.defaults() : MetricName.parseList(metrics);
    Optional<ResultFile> jsonFile = file("--json", json);
    Optional<ResultFile> csvFile = file("--csv", csv);
    for (ResultFile file : Stream.concat(jsonFile.stream(), csvFile.stream()).toList()) {
      file.check(force);
    }
    Optional<EvaluationReport> page =
        report == null ? Optional.empty() : Optional.of(new EvaluationReport(report));
    if (page.isPresent()) {
      page.get().check(force);
    }
    try (InputReader reader = reading.reader()) {
      return run(reader, names, jsonFile, csvFile, page);
    }
  }

  private int run(
      InputReader reader,
      Set<MetricName> names,
      Optional<ResultFile> jsonFile,
      Optional<ResultFile> csvFile,
      Optional<EvaluationReport> page)
      throws IOException {
    Optional<Evaluation> found = evaluate(reader, names);
    if (found.isEmpty()) {
      surroundings.say("stopped; nothing was written. To begin again: the same command.");
      return ExitCode.INTERRUPTED;
    }
    Scores scores = found.get().scores();
    if (jsonFile.isPresent()) {
      put(jsonFile.get(), ScoresJson.text(scores));
    }
    if (csvFile.isPresent()) {
      put(csvFile.get(), ScoresCsv.text(scores));
    }
    if (Stream.concat(jsonFile.stream(), csvFile.stream())
        .noneMatch(ResultFile::isStandardOutput)) {
      ScoreTable.lines(scores).forEach(surroundings.out()::println);
    }
    if (page.isPresent()) {
      try {
        Path written =
            page.get().write(surroundings, reader, found.get(), output, source, reference);
        surroundings.say("wrote " + written);
      } catch (CancellationException e) {
        surroundings.say("stopped; the report was not written.");
        return ExitCode.INTERRUPTED;
      }
    }
    scores.warnings().forEach(surroundings::warn);
    return ExitCode.OK;
  }

  private Optional<Evaluation> evaluate(InputReader reader, Set<MetricName> names)
      throws IOException {
    NetworkMetrics networks =
        new NetworkMetrics(surroundings, reader, extractor, perceptual, output, reference, real);
    networks.check();
    Optional<Evaluation> found =
        new Scoring(surroundings, reader).run(output, source, reference, names);
    if (found.isEmpty() || names.stream().noneMatch(MetricName::needsNetwork)) {
      return found;
    }
    try {
      Evaluation evaluation = found.get();
      return Optional.of(
          new Evaluation(evaluation.scores().with(networks.answers(names)), evaluation.series()));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private static Optional<ResultFile> file(String option, @Nullable Path path) {
    return Optional.ofNullable(path).map(given -> new ResultFile(option, given));
  }

  private void put(ResultFile file, String text) throws IOException {
    if (file.isStandardOutput()) {
      surroundings.out().print(text);
    } else {
      file.write(text);
    }
  }
}
