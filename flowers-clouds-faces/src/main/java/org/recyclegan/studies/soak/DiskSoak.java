package org.recyclegan.studies.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands on a disk that is full after a random number of bytes, so that every write is the
 * one that fails in its turn. The command must end with 1 and say which file and why, or wait if it
 * was asked to; what has its final name must be whole; and with room made, the same command must
 * come to the undisturbed one's results.
 */
final class DiskSoak {

  /** More than any command here writes. */
  private static final long PLENTY = 1L << 30;

  /** Disks of up to this much more than the results take: temporary files need room too. */
  private static final double PEAK = 1.3;

  private static final String FULL = "No space left on device";
  private static final String WAITS = "Training waits";
  private static final long LOOK_MILLIS = 100;

  private final Program program;
  private final Path folder;
  private final SplittableRandom random;
  private final PrintWriter err;
  private int full;
  private int waited;
  private int fitted;

  DiskSoak(Program program, Path folder, long seed, PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.err = err;
    random = new SplittableRandom(seed);
  }

  /**
   * Fills disks under a command so many times, or until it is late.
   *
   * @return the counts by name
   * @throws SoakException if something was lost, or an error was not clear
   */
  Map<String, Object> run(Victim victim, int disks, long deadline) throws IOException {
    Path inputs = KillSoak.fresh(folder.resolve(victim.name() + "-disk-inputs"));
    victim.prepare(inputs, program);
    long seed = random.nextInt(1_000_000);
    Path straight = KillSoak.fresh(folder.resolve(victim.name() + "-disk-undisturbed"));
    victim.begin(inputs, straight, seed);
    program.run(victim.command(inputs, straight));
    long size = 0;
    for (Path file : WholeFiles.below(straight)) {
      size += Files.size(file);
    }
    for (int i = 0; i < disks && System.nanoTime() < deadline; i++) {
      try (SmallDisk disk = SmallDisk.mount(folder.resolve("small-disk"), PLENTY)) {
        victim.begin(inputs, disk.folder(), seed);
        disk.resize(disk.used() + random.nextLong(Math.round(PEAK * size)));
        fill(victim, inputs, disk, i % 2 == 1);
        WholeFiles.check(disk.folder());
        disk.resize(PLENTY);
        program.run(victim.command(inputs, disk.folder()));
        SameResults.require(straight, disk.folder());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SoakException("interrupted", e);
      }
      err.println("soak: disk full under " + victim.name() + ": " + counts(victim));
      err.flush();
    }
    return counts(victim);
  }

  private void fill(Victim victim, Path inputs, SmallDisk disk, boolean patient)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(victim.command(inputs, disk.folder()));
    if (patient && victim instanceof TrainingVictim) {
      command.add("--wait-for-disk");
    }
    Process process = program.start(command);
    boolean relieved = false;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!relieved && program.said().contains(WAITS)) {
        requireClear(disk);
        relieved = true;
        disk.resize(PLENTY);
      }
    }
    if (process.exitValue() == 0) {
      waited += relieved ? 1 : 0;
      fitted += relieved ? 0 : 1;
      return;
    }
    requireClear(disk);
    if (process.exitValue() != 1 || relieved) {
      throw new SoakException("ended with " + process.exitValue() + ": " + program.said());
    }
    if (KillSoak.unfinished(disk.folder()) > 0) {
      throw new SoakException("an unfinished file stayed on the full disk");
    }
    full++;
  }

  private void requireClear(SmallDisk disk) throws SoakException {
    String said = program.said();
    if (!said.contains(FULL)
        || !said.contains(disk.folder().toString())
        || said.contains("\tat ")) {
      throw new SoakException("not a clear error: " + said);
    }
  }

  private Map<String, Object> counts(Victim victim) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("command", victim.name());
    counts.put("disks_tried", full + waited + fitted);
    counts.put("ended_with_a_clear_error", full);
    counts.put("waited_for_room", waited);
    counts.put("had_room_enough", fitted);
    counts.put("results_equal_to_undisturbed", full + waited + fitted);
    counts.put("data_lost", 0);
    return counts;
  }
}
