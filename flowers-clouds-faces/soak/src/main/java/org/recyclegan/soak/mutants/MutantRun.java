package org.recyclegan.soak.mutants;

import com.google.common.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.process.ChildDiedException;
import org.recyclegan.process.ChildJvm;
import org.recyclegan.process.ChildLimits;

/**
 * Feeds mutants to readers and counts. Files that came to no good end are kept in {@code findings/}
 * of the folder; the rest is removed again.
 */
public final class MutantRun implements Closeable {

  /**
   * What was counted.
   *
   * @param mutants in all
   * @param verdicts by reader
   * @param largestMegabytes that a process was seen to hold after a mutant
   * @param slowestSeconds that a mutant took, starting a process included
   * @param findings the files to look into, with what became of them
   */
  public record Counts(
      long mutants,
      Map<Target, Map<Verdict, Long>> verdicts,
      double largestMegabytes,
      double slowestSeconds,
      List<String> findings) {

    /**
     * Returns a count over all readers.
     *
     * @param verdict to count
     * @return how many mutants came to it
     */
    public long total(Verdict verdict) {
      return verdicts.values().stream().mapToLong(of -> of.getOrDefault(verdict, 0L)).sum();
    }
  }

  /** A good file and a reader for it. */
  private record Pair(Target target, Path seed, ByteSource content) {}

  private final Path folder;
  private final Path mutants;
  private final Path out;
  private final Path work;
  private final Path temporary;
  private final ChildLimits limits;
  private final long seed;
  private final List<List<Pair>> pairs = new ArrayList<>();
  private final Map<Target, Map<Verdict, Long>> verdicts = new EnumMap<>(Target.class);
  private final List<String> findings = new ArrayList<>();
  private @Nullable ChildJvm worker;
  private long count;
  private long largestKilobytes;
  private double slowestSeconds;

  /**
   * Prepares.
   *
   * @param folder for everything, new or empty
   * @param seeds good files
   * @param targets the readers
   * @param limits of the process that reads
   * @param seed decides every mutant
   * @throws IOException if the folder cannot be made or a file not read
   */
  public MutantRun(
      Path folder, List<Path> seeds, List<Target> targets, ChildLimits limits, long seed)
      throws IOException {
    this.folder = folder.toAbsolutePath();
    this.limits = limits;
    this.seed = seed;
    mutants = Files.createDirectories(this.folder.resolve("mutants"));
    out = Files.createDirectories(this.folder.resolve("out"));
    work = Files.createDirectories(this.folder.resolve("work"));
    temporary = Files.createDirectories(this.folder.resolve("tmp"));
    for (Target target : targets) {
      List<Pair> ofTarget = new ArrayList<>();
      for (Path file : seeds) {
        if (target.takes(String.valueOf(file.getFileName()))) {
          ofTarget.add(new Pair(target, file, ByteSource.wrap(Files.readAllBytes(file))));
        }
      }
      if (!ofTarget.isEmpty()) {
        pairs.add(ofTarget);
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("No reader takes any of " + seeds);
    }
  }

  /**
   * Makes the next mutant and has it read. Readers and good files take turns.
   *
   * @throws IOException if the folder cannot be written to or no process be started
   */
  public void next() throws IOException {
    List<Pair> ofTarget = pairs.get((int) (count % pairs.size()));
    Pair pair = ofTarget.get((int) (count / pairs.size() % ofTarget.size()));
    // Of the number alone, so that any mutant can be made again.
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + count);
    byte[] bytes = Mutation.mutate(pair.content().read(), random);
    Path file =
        mutants.resolve(String.format(Locale.ROOT, "%06d-%s", count, pair.seed().getFileName()));
    Files.write(file, bytes);
    count++;
    long start = System.nanoTime();
    MutantWorker.Outcome outcome = read(pair.target(), file);
    slowestSeconds = Math.max(slowestSeconds, (System.nanoTime() - start) * 1e-9);
    @Nullable Path stray = stray();
    if (stray != null) {
      outcome = new MutantWorker.Outcome(Verdict.STRAY_FILE, stray.toString());
    }
    note(pair.target(), file, outcome);
    remove(out);
    Files.createDirectory(out);
  }

  private MutantWorker.Outcome read(Target target, Path file) throws IOException {
    try {
      return worker()
          .ask(
              (requests, answers) -> {
                requests.writeUTF(target.name());
                requests.writeUTF(file.toString());
                requests.writeUTF(out.toString());
                requests.flush();
                Verdict verdict = Verdict.valueOf(answers.readUTF());
                MutantWorker.Outcome told = new MutantWorker.Outcome(verdict, answers.readUTF());
                largestKilobytes = Math.max(largestKilobytes, answers.readLong());
                return told;
              });
    } catch (ChildDiedException e) {
      end();
      return new MutantWorker.Outcome(verdict(e.why()), e.why().words());
    }
  }

  private static Verdict verdict(ChildDiedException.Cause why) {
    return switch (why) {
      case PATIENCE -> Verdict.HUNG;
      case MEMORY -> Verdict.MEMORY;
      case CRASH, NONSENSE -> Verdict.CRASHED;
    };
  }

  private ChildJvm worker() throws IOException {
    if (worker == null) {
      worker =
          ChildJvm.start(
              MutantWorker.class,
              limits,
              List.of(
                  "-Djava.io.tmpdir=" + temporary,
                  "-Dai.djl.offline=true",
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"),
              List.of(Integer.toString(limits.residentMegabytes())),
              work);
    }
    return worker;
  }

  private void note(Target target, Path file, MutantWorker.Outcome outcome) throws IOException {
    verdicts
        .computeIfAbsent(target, none -> new EnumMap<>(Verdict.class))
        .merge(outcome.verdict(), 1L, Long::sum);
    if (outcome.verdict().isGood()) {
      Files.delete(file);
      return;
    }
    Path kept = Files.createDirectories(folder.resolve("findings")).resolve(file.getFileName());
    Files.move(file, kept);
    findings.add(target + " " + outcome.verdict() + " " + kept + ": " + outcome.words());
  }

  /** Something in the process's own folder, or beside the folders that it may write to. */
  private @Nullable Path stray() throws IOException {
    List<Path> known = List.of(mutants, out, work, temporary, folder.resolve("findings"));
    try (Stream<Path> here = Files.list(work);
        Stream<Path> beside = Files.list(folder)) {
      return Stream.concat(here, beside.filter(path -> !known.contains(path)))
          .filter(path -> !path.equals(folder.resolve("seeds")))
          .findFirst()
          .orElse(null);
    }
  }

  /** Returns a copy of the counts so far. */
  public Counts counts() {
    return new Counts(
        count,
        new EnumMap<>(verdicts),
        largestKilobytes / 1024.0,
        slowestSeconds,
        List.copyOf(findings));
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private void end() {
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }

  @Override
  public void close() {
    end();
  }
}
