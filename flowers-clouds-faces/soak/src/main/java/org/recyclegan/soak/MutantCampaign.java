package org.recyclegan.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.soak.mutants.MutantRun;
import org.recyclegan.soak.mutants.SeedFiles;
import org.recyclegan.soak.mutants.Target;
import org.recyclegan.soak.mutants.Verdict;

/** Feeds damaged files to readers. */
public final class MutantCampaign implements Campaign {

  private static final long TOLD_EVERY = 200;

  private final Path folder;
  private final Settings settings;
  private final long seed;
  private final PrintWriter err;

  /**
   * What is fed to whom.
   *
   * @param mutants at most this number
   * @param readers that get them in turn
   * @param corpus folders of more good files
   * @param limits of the process that reads
   */
  public record Settings(
      long mutants, List<Target> readers, List<Path> corpus, ChildLimits limits) {

    /** Copies the lists. */
    public Settings {
      readers = List.copyOf(readers);
      corpus = List.copyOf(corpus);
    }
  }

  /**
   * Prepares it.
   *
   * @param folder for everything; what an earlier campaign left in {@code mutants} is removed
   * @param settings what is fed to whom
   * @param seed decides every mutant
   * @param err told how it goes
   */
  public MutantCampaign(Path folder, Settings settings, long seed, PrintWriter err) {
    this.folder = folder.resolve("mutants");
    this.settings = settings;
    this.seed = seed;
    this.err = err;
  }

  @Override
  public Faults faults() {
    return Faults.MUTANTS;
  }

  @Override
  public Counts run(Deadline deadline) throws IOException {
    KillCampaign.fresh(folder);
    List<Path> seeds = new SeedFiles(folder.resolve("seeds")).make(settings.corpus());
    try (MutantRun run =
        new MutantRun(folder, seeds, settings.readers(), settings.limits(), seed)) {
      for (long i = 1; i <= settings.mutants() && !deadline.isOver(); i++) {
        run.next();
        if (i % TOLD_EVERY == 0) {
          err.println("soak: mutants: " + i + ", " + run.counts().findings().size() + " findings");
          err.flush();
        }
      }
      return counts(run.counts());
    }
  }

  private Counts counts(MutantRun.Counts counts) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      details.put(verdict.toString(), counts.total(verdict));
    }
    details.put("by_reader", counts.verdicts());
    details.put("largest_megabytes", counts.largestMegabytes());
    details.put("slowest_seconds", counts.slowestSeconds());
    return new Counts(
        faults().toString(),
        counts.mutants(),
        counts.mutants() - counts.findings().size(),
        counts.findings(),
        details);
  }
}
