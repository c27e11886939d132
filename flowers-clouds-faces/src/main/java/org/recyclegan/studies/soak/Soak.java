package org.recyclegan.studies.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All soaks one after the other. */
public final class Soak {

  /** What can be killed. */
  public static final List<String> COMMANDS = victims().stream().map(Victim::name).toList();

  private static final double NANOS_A_MINUTE = 60e9;

  private final Program program;
  private final Path folder;
  private final long seed;
  private final PrintWriter err;

  /**
   * Prepares it.
   *
   * @param program to be killed
   * @param folder for everything
   * @param seed decides every moment
   * @param err told how it goes
   */
  public Soak(Program program, Path folder, long seed, PrintWriter err) {
    this.program = program;
    this.folder = folder;
    this.seed = seed;
    this.err = err;
  }

  /**
   * Kills every command so many times, or until the time is used: for training four times as much
   * as for each other command.
   *
   * @param commands their names, of {@link #COMMANDS}
   * @param kills of training; a quarter as many of each other command
   * @param minutes in all
   * @return the counts by command
   * @throws SoakException if anything was lost
   * @throws IOException if something cannot be read or written
   */
  public List<Map<String, Object>> run(Collection<String> commands, int kills, double minutes)
      throws IOException {
    List<Map<String, Object>> counts = new ArrayList<>();
    List<Victim> victims = victims().stream().filter(v -> commands.contains(v.name())).toList();
    double shares = victims.stream().mapToDouble(Soak::share).sum();
    for (Victim victim : victims) {
      double nanos = share(victim) / shares * minutes * NANOS_A_MINUTE;
      counts.add(
          new KillSoak(program, folder, seed, err)
              .run(
                  victim,
                  (int) Math.ceil(kills * share(victim)),
                  System.nanoTime() + Math.round(nanos))
              .counts());
    }
    return counts;
  }

  /**
   * Fills the disk under every command so many times, or until the time is used.
   *
   * @param commands their names, of {@link #COMMANDS}
   * @param disks to fill under each
   * @param minutes in all
   * @return the counts by command
   * @throws SoakException if anything was lost
   * @throws IOException if something cannot be read or written, or small disks not be mounted
   */
  public List<Map<String, Object>> fillDisks(Collection<String> commands, int disks, double minutes)
      throws IOException {
    List<Map<String, Object>> counts = new ArrayList<>();
    List<Victim> victims = victims().stream().filter(v -> commands.contains(v.name())).toList();
    for (Victim victim : victims) {
      double nanos = minutes / victims.size() * NANOS_A_MINUTE;
      counts.add(
          new DiskSoak(program, folder, seed, err)
              .run(victim, disks, System.nanoTime() + Math.round(nanos)));
    }
    return counts;
  }

  private static List<Victim> victims() {
    return List.of(
        new TrainingVictim(400),
        new RetargetVictim(),
        FolderVictim.compare(),
        FolderVictim.study());
  }

  /** What training has most of: moments at which something could be lost. */
  private static double share(Victim victim) {
    return victim instanceof TrainingVictim ? 1 : 0.25;
  }
}
