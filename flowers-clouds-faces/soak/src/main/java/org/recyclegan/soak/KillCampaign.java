package org.recyclegan.soak;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;

/**
 * Kills a command with SIGKILL, at random moments and while it writes, in turn; gives it again
 * until it is done; and compares what it made with what an undisturbed one makes. After every kill
 * each file that has its final name must be whole, and nothing that was done before undone.
 */
public final class KillCampaign implements Campaign {

  /** Aimed kills hit one of the first N writes of a life. */
  static final int WRITES_AIMED_AT = 4;

  /** Aimed kills come up to this much later than a write usually lasts: the rename is a target. */
  private static final double OVERSHOOT = 1.3;

  private static final int LARGEST_SEED = 1_000_000;

  private final Program program;
  private final Path folder;
  private final KilledCommand command;
  private final int kills;
  private final long seed;
  private final PrintWriter err;

  /**
   * How an undisturbed command goes.
   *
   * @param nanosToFirstWrite from its start
   * @param nanos in all
   * @param nanosOfWrite the median of its writes
   * @param writes how many were seen; some are over too soon
   */
  private record Pace(long nanosToFirstWrite, long nanos, long nanosOfWrite, int writes) {

    /** Long enough to get somewhere, short enough not to be done in one life. */
    long longestLife() {
      return Math.max(2 * nanosToFirstWrite, nanos / 4);
    }
  }

  /**
   * Where a kill comes. The seed decides, and how many kills and ends there were before; which
   * write and which moment that is also depends on the machine, whose pace is measured.
   *
   * @param atWrite whether it waits for a write
   * @param which write, from 0 to 1, of the first few
   * @param moment from 0 to 1, of a life or of a write
   */
  private record Aim(boolean atWrite, double which, double moment) {

    /**
     * Aims again. A command that survived an aim would survive the same one again, so those count
     * too.
     */
    static Aim of(long seed, int kills, int outlived) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + kills + outlived);
      return new Aim(kills % 2 == 1, random.nextDouble(), random.nextDouble());
    }

    /** Returns which write it waits for, from 1: one that a command of this pace comes to. */
    int write(Pace pace) {
      return 1 + (int) (which * Math.max(1, Math.min(WRITES_AIMED_AT, pace.writes())));
    }
  }

  KillCampaign(
      Program program, Path folder, KilledCommand command, int kills, long seed, PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.command = command;
    this.kills = kills;
    this.seed = seed;
    this.err = err;
  }

  /**
   * Plans to kill commands: each N times, training four times as often.
   *
   * @param program to be killed
   * @param folder for everything
   * @param commands which
   * @param kills of training
   * @param seed decides every kill
   * @param err told how it goes
   */
  public static List<Campaign> of(
      Program program,
      Path folder,
      Collection<Faults> commands,
      int kills,
      long seed,
      PrintWriter err) {
    List<Campaign> campaigns = new ArrayList<>();
    for (KilledCommand command : KilledCommand.of(commands)) {
      int share = (int) Math.ceil(kills * command.faults().share());
      campaigns.add(new KillCampaign(program, folder, command, share, seed, err));
    }
    return campaigns;
  }

  @Override
  public Faults faults() {
    return command.faults();
  }

  /** Kills a command until the count or the deadline is reached, then lets it finish. */
  @Override
  public Counts run(Deadline deadline) throws IOException {
    Tally tally = new Tally(command.name());
    Path inputs = fresh(folder.resolve(command.name() + "-inputs"));
    Attempts.run(command, deadline, () -> rounds(inputs, deadline, tally)).ifPresent(tally::lost);
    return tally.counts();
  }

  private void rounds(Path inputs, Deadline deadline, Tally tally)
      throws IOException, InterruptedException {
    command.prepare(inputs, program);
    while (tally.kills() < kills && !deadline.isOver()) {
      round(inputs, deadline, tally);
    }
  }

  private void round(Path inputs, Deadline deadline, Tally tally)
      throws IOException, InterruptedException {
    long roundSeed =
        new SplittableRandom(seed * 1_000_003 + tally.finished()).nextInt(LARGEST_SEED);
    Path straight = fresh(folder.resolve(command.name() + "-undisturbed"));
    command.begin(inputs, straight, roundSeed);
    Pace pace = undisturbed(inputs, straight);
    Path work = fresh(folder.resolve(command.name() + "-killed"));
    command.begin(inputs, work, roundSeed);
    long progress = 0;
    boolean done = false;
    while (!done) {
      Process process = program.start(command.arguments(inputs, work));
      if (tally.kills() >= kills || deadline.isOver()) {
        done = ends(process);
      } else {
        Aim aim = Aim.of(seed, tally.kills(), tally.finished());
        done = outlives(process, work, pace, aim, deadline);
        if (!done) {
          tally.killed(aim.atWrite(), unfinished(work));
          tally.read(WholeFiles.check(work));
        }
      }
      long now = command.progress(work);
      if (now < progress) {
        throw new SoakException(command.name() + " was set back from " + progress + " to " + now);
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
    tally.finish();
  }

  private Pace undisturbed(Path inputs, Path work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long first = 0;
    Process process = program.start(command.arguments(inputs, work));
    try (SaveWatch watch = new SaveWatch(work)) {
      while (process.isAlive() && !program.isStopped()) {
        watch.look();
        first = first == 0 && watch.seen() > 0 ? System.nanoTime() - start : first;
      }
      ends(process);
      List<Long> lasted = watch.nanosUnfinished().stream().sorted().toList();
      long median = lasted.isEmpty() ? 0 : lasted.get(lasted.size() / 2);
      return new Pace(first, System.nanoTime() - start, median, watch.seen());
    }
  }

  private boolean ends(Process process) throws IOException {
    int code = program.await(process);
    if (code != 0) {
      throw new SoakException("a command ended with " + code + ": " + program.said());
    }
    return true;
  }

  /** Kills a process; returns true if it came to its end before that. */
  private boolean outlives(Process process, Path work, Pace pace, Aim aim, Deadline deadline)
      throws IOException, InterruptedException {
    if (aim.atWrite()) {
      awaitWrite(process, work, aim.write(pace), deadline);
      LockSupport.parkNanos((long) (aim.moment() * OVERSHOOT * pace.nanosOfWrite()));
    } else {
      process.waitFor((long) (aim.moment() * pace.longestLife()), TimeUnit.NANOSECONDS);
    }
    if (!process.isAlive()) {
      return ends(process);
    }
    process.destroyForcibly();
    process.waitFor();
    return false;
  }

  private void awaitWrite(Process process, Path work, int wanted, Deadline deadline)
      throws IOException, InterruptedException {
    try (SaveWatch watch = new SaveWatch(work)) {
      while (process.isAlive() && watch.seen() < wanted && !deadline.isOver()) {
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
