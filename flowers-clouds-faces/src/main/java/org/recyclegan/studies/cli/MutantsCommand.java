package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recyclegan.studies.mutants.MutantRun;
import org.recyclegan.studies.mutants.SeedFiles;
import org.recyclegan.studies.mutants.Target;
import org.recyclegan.studies.mutants.Verdict;
import org.recyclegan.video.isolation.ChildLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Proves that damaged files do no harm, by trying. For those who change the program: {@code
 * scripts/mutants}.
 */
@Command(
    name = "mutants",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Feed damaged files to every reader, and count what becomes of them.")
final class MutantsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Decides every mutant (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--minutes", paramLabel = "M", description = "How long (${DEFAULT-VALUE}).")
  private double minutes = 10;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Mutants, if that is sooner (${DEFAULT-VALUE}).")
  private long count = 5000;

  @Option(
      names = "--target",
      paramLabel = "READER",
      description = "Only these readers; all unless given: ${COMPLETION-CANDIDATES}.")
  private List<Target> targets = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Folders of more good files, PyTorch checkpoints among them.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--patience-seconds",
      paramLabel = "S",
      description = "After so long a mutant hangs (${DEFAULT-VALUE}).")
  private long patience = 60;

  @Option(
      names = "--heap-megabytes",
      paramLabel = "N",
      description = "Java's heap for reading (${DEFAULT-VALUE}).")
  private int heap = 256;

  @Option(
      names = "--resident-megabytes",
      paramLabel = "N",
      description = "Memory in all for reading (${DEFAULT-VALUE}).")
  private int resident = 1024;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "New directory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  MutantsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> seeds = new SeedFiles(out.resolve("seeds")).make(corpus);
    ChildLimits limits = new ChildLimits(Duration.ofSeconds(patience), heap, resident);
    long end = System.nanoTime() + Math.round(minutes * 60e9);
    List<Target> readers = targets.isEmpty() ? List.of(Target.values()) : targets;
    try (MutantRun run = new MutantRun(out, seeds, readers, limits, seed);
        Progress progress = Progress.start(surroundings, "mutant", count)) {
      for (long i = 1; i <= count && System.nanoTime() < end; i++) {
        if (surroundings.stop().getAsBoolean()) {
          return ExitCode.INTERRUPTED;
        }
        run.next();
        progress.step(i, Map.of());
      }
      MutantRun.Counts counts = run.counts();
      surroundings.out().println(Json.text(counts));
      return counts.findings().isEmpty() && counts.total(Verdict.ACCEPTED) > 0
          ? ExitCode.OK
          : ExitCode.FAILURE;
    }
  }
}
