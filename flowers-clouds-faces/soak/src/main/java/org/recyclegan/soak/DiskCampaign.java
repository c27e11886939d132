package org.recyclegan.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
public final class DiskCampaign implements Campaign {

  /** More than any command here writes. */
  private static final long PLENTY = 1L << 30;

  /** Disks of up to this much more than the results take: temporary files need room too. */
  private static final double PEAK = 1.3;

  private static final int LARGEST_SEED = 1_000_000;

  private static final String FULL = "No space left on device";
  private static final String WAITS = "Training waits";
  private static final long LOOK_MILLIS = 100;

  private final Program program;
  private final Path folder;
  private final KilledCommand command;
  private final int disks;
  private final SplittableRandom random;
  private final PrintWriter err;
  private int tried;
  private int full;
  private int waited;
  private int fitted;

  private DiskCampaign(
      Program program, Path folder, KilledCommand command, int disks, long seed, PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.command = command;
    this.disks = disks;
    this.err = err;
    random = new SplittableRandom(seed);
  }

  /**
   * Plans to fill disks under commands.
   *
   * @param program that runs on them
   * @param folder for everything
   * @param commands which
   * @param disks under each
   * @param seed decides how large they are
   * @param err told how it goes
   */
  public static List<Campaign> of(
      Program program,
      Path folder,
      Collection<Faults> commands,
      int disks,
      long seed,
      PrintWriter err) {
    List<Campaign> campaigns = new ArrayList<>();
    for (KilledCommand command : KilledCommand.of(commands)) {
      campaigns.add(new DiskCampaign(program, folder, command, disks, seed, err));
    }
    return campaigns;
  }

  @Override
  public Faults faults() {
    return command.faults();
  }

  @Override
  public Counts run(Deadline deadline) throws IOException {
    List<String> lost = Attempts.run(command, deadline, () -> all(deadline)).stream().toList();
    return new Counts(command.name(), tried, Math.max(0, tried - lost.size()), lost, details());
  }

  private void all(Deadline deadline) throws IOException, InterruptedException {
    Path inputs = KillCampaign.fresh(folder.resolve(command.name() + "-disk-inputs"));
    command.prepare(inputs, program);
    long seed = random.nextInt(LARGEST_SEED);
    Path straight = KillCampaign.fresh(folder.resolve(command.name() + "-disk-undisturbed"));
    command.begin(inputs, straight, seed);
    program.run(command.arguments(inputs, straight));
    while (tried < disks && !deadline.isOver()) {
      one(inputs, straight, seed);
      err.println("soak: disk full under " + command.name() + ": " + details());
      err.flush();
    }
  }

  private void one(Path inputs, Path straight, long seed) throws IOException, InterruptedException {
    long size = 0;
    for (Path file : WholeFiles.below(straight)) {
      size += Files.size(file);
    }
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small-disk"), PLENTY)) {
      command.begin(inputs, disk.folder(), seed);
      disk.resize(disk.used() + random.nextLong(Math.round(PEAK * size)));
      tried++;
      fill(inputs, disk, tried % 2 == 0);
      WholeFiles.check(disk.folder());
      disk.resize(PLENTY);
      program.run(command.arguments(inputs, disk.folder()));
      SameResults.require(straight, disk.folder());
    }
  }

  private void fill(Path inputs, SmallDisk disk, boolean patient)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(command.arguments(inputs, disk.folder()));
    if (patient && command instanceof KilledTraining) {
      arguments.add("--wait-for-disk");
    }
    Process process = program.start(arguments);
    boolean relieved = false;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!relieved && program.said().contains(WAITS)) {
        requireClear(disk);
        relieved = true;
        disk.resize(PLENTY);
      }
      if (program.isStopped()) {
        process.destroyForcibly();
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
    if (KillCampaign.unfinished(disk.folder()) > 0) {
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

  private Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("ended_with_a_clear_error", full);
    details.put("waited_for_room", waited);
    details.put("had_room_enough", fitted);
    return details;
  }
}
