package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    Optional<Evaluation> found =
        new Scoring(surroundings, reader).run(output, source, reference, names);
    if (found.isEmpty()) {
      surroundings.err().println("recycle: stopped; nothing was written.");
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
      Path written = page.get().write(surroundings, reader, found.get(), output, source, reference);
      surroundings.err().println("recycle: wrote " + written);
    }
    scores
        .warnings()
        .forEach(warning -> surroundings.err().println("recycle: warning: " + warning));
    return ExitCode.OK;
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
