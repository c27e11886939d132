package org.recyclegan.studies.soak;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.recyclegan.video.WholeFile;

/**
 * Kills a command with SIGKILL, at random moments and while it writes, in turn; gives it again
 * until it is done; and compares what it made with what an undisturbed one makes. After every kill
 * each file that has its final name must be whole, and nothing that was done before undone.
 */
final class KillSoak {

  /** Aimed kills hit one of the first so many writes of a life. */
  static final int WRITES_AIMED_AT = 4;

  /** Aimed kills come up to this much later than a write usually lasts: the rename is a target. */
  private static final double OVERSHOOT = 1.3;

  private final Program program;
  private final Path folder;
  private final SplittableRandom random;
  private final PrintWriter err;

  /** How long an undisturbed command takes, until its first write, in all, and for a write. */
  private record Pace(long nanosToFirstWrite, long nanos, long nanosOfWrite) {

    /** Long enough to get somewhere, short enough not to be done in one life. */
    long longestLife() {
      return Math.max(2 * nanosToFirstWrite, nanos / 4);
    }
  }

  KillSoak(Program program, Path folder, long seed, PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.err = err;
    random = new SplittableRandom(seed);
  }

  /**
   * Kills a command so many times, or until it is late; then lets it finish.
   *
   * @param deadline in {@link System#nanoTime()}
   * @return what was counted
   * @throws SoakException if something was lost
   */
  Tally run(Victim victim, int kills, long deadline) throws IOException {
    Tally tally = new Tally(victim.name());
    Path inputs = fresh(folder.resolve(victim.name() + "-inputs"));
    victim.prepare(inputs, program);
    try {
      while (tally.kills() < kills && System.nanoTime() < deadline) {
        round(victim, inputs, kills, deadline, tally);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SoakException("interrupted", e);
    }
    return tally;
  }

  private void round(Victim victim, Path inputs, int kills, long deadline, Tally tally)
      throws IOException, InterruptedException {
    long seed = random.nextInt(1_000_000);
    Path straight = fresh(folder.resolve(victim.name() + "-undisturbed"));
    victim.begin(inputs, straight, seed);
    Pace pace = undisturbed(victim, inputs, straight);
    Path work = fresh(folder.resolve(victim.name() + "-killed"));
    victim.begin(inputs, work, seed);
    long progress = 0;
    boolean done = false;
    while (!done) {
      boolean spared = tally.kills() >= kills || System.nanoTime() >= deadline;
      boolean aimed = tally.kills() % 2 == 1;
      Process process = program.start(victim.command(inputs, work));
      done = spared ? ends(process) : outlives(process, work, pace, aimed, deadline);
      if (!done) {
        tally.killed(aimed, unfinished(work), WholeFiles.check(work));
      }
      long now = victim.progress(work);
      if (now < progress) {
        throw new SoakException(victim.name() + " was set back from " + progress + " to " + now);
      }
      progress = now;
      err.println("soak: " + tally);
      err.flush();
    }
    WholeFiles.check(work);
    SameResults.require(straight, work);
    if (unfinished(work) > 0) {
      throw new SoakException(work + ": unfinished files were not cleared away");
    }
    tally.finished();
  }

  private Pace undisturbed(Victim victim, Path inputs, Path work)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long first = 0;
    Process process = program.start(victim.command(inputs, work));
    try (SaveWatch watch = new SaveWatch(work)) {
      while (process.isAlive()) {
        watch.look();
        first = first == 0 && watch.seen() > 0 ? System.nanoTime() - start : first;
      }
      requireSuccess(process);
      List<Long> lasted = watch.nanosUnfinished().stream().sorted().toList();
      long median = lasted.isEmpty() ? 0 : lasted.get(lasted.size() / 2);
      return new Pace(first, System.nanoTime() - start, median);
    }
  }

  private boolean ends(Process process) throws IOException, InterruptedException {
    process.waitFor();
    requireSuccess(process);
    return true;
  }

  private void requireSuccess(Process process) throws SoakException {
    if (process.exitValue() != 0) {
      throw new SoakException(
          "a command ended with " + process.exitValue() + ": " + program.said());
    }
  }

  /** Kills a process; returns true if it came to its end before that. */
  private boolean outlives(Process process, Path work, Pace pace, boolean aimed, long deadline)
      throws IOException, InterruptedException {
    if (aimed) {
      awaitWrite(process, work, deadline);
      LockSupport.parkNanos(random.nextLong(1 + (long) (OVERSHOOT * pace.nanosOfWrite())));
    } else {
      process.waitFor(random.nextLong(pace.longestLife()), TimeUnit.NANOSECONDS);
    }
    if (!process.isAlive()) {
      return ends(process);
    }
    process.destroyForcibly();
    process.waitFor();
    return false;
  }

  private void awaitWrite(Process process, Path work, long deadline)
      throws IOException, InterruptedException {
    int wanted = 1 + random.nextInt(WRITES_AIMED_AT);
    try (SaveWatch watch = new SaveWatch(work)) {
      while (process.isAlive() && watch.seen() < wanted && System.nanoTime() < deadline) {
        watch.look();
      }
    }
  }

  /** Returns how many files there are that never got their final names. */
  static int unfinished(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      return Math.toIntExact(files.filter(WholeFile::isUnfinished).count());
    }
  }

  /** Returns an empty folder. */
  static Path fresh(Path path) throws IOException {
    if (Files.exists(path)) {
      MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    return Files.createDirectories(path);
  }
}
