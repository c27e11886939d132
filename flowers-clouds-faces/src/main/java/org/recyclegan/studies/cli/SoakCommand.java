package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recyclegan.studies.soak.Endurance;
import org.recyclegan.studies.soak.Program;
import org.recyclegan.studies.soak.Soak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Proves that nothing is lost, by trying. For those who change the program: {@code scripts/soak}.
 */
@Command(
    name = "soak",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Kill, starve and exhaust this program, and count what is lost.")
final class SoakCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Decides every moment (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "How long, in all; with --endurance, how long to train (${DEFAULT-VALUE}).")
  private double minutes = 25;

  @Option(
      names = "--endurance",
      description = "Watch memory, files and threads instead of killing.")
  private boolean endurance;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "With --endurance: frames to retarget (${DEFAULT-VALUE}).")
  private int frames = 100_000;

  @Option(
      names = "--interval-seconds",
      paramLabel = "S",
      description = "With --endurance: from one look to the next (${DEFAULT-VALUE}).")
  private double interval = 10;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "Of training; a quarter as many of each other command (${DEFAULT-VALUE}).")
  private int kills = 200;

  @Option(
      names = "--full-disks",
      paramLabel = "N",
      description = "Fill so many small disks under each command instead; takes root.")
  private int disks;

  @Option(
      names = "--commands",
      paramLabel = "LIST",
      split = ",",
      description = "What to kill, with commas (train,retarget,compare,study).")
  private List<String> commands = List.of("train", "retarget", "compare", "study");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For all files.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  SoakCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    return endurance ? endure() : kill();
  }

  private int kill() throws IOException {
    // Processes that live for seconds are better off without the second compiler.
    Program program = new Program(Main.class, List.of("-XX:TieredStopAtLevel=1"), out);
    Soak soak = new Soak(program, out, seed, surroundings.err());
    surroundings
        .out()
        .println(
            Json.text(
                disks > 0
                    ? soak.fillDisks(commands, disks, minutes)
                    : soak.run(commands, kills, minutes)));
    return ExitCode.OK;
  }

  private int endure() throws IOException {
    Program program = new Program(Main.class, List.of(), out);
    List<Endurance.Watched> watched =
        new Endurance(program, out, minutes, frames, interval, surroundings.err()).run();
    surroundings.out().println(Json.text(watched));
    return watched.stream().allMatch(Endurance.Watched::flat) ? ExitCode.OK : ExitCode.FAILURE;
  }
}
