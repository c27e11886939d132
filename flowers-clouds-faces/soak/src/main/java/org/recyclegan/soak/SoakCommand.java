package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.recyclegan.cli.Invocation;
import org.recyclegan.cli.Main;
import org.recyclegan.cli.VersionProvider;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Proves that nothing is lost and nothing gets in, by trying. For those who change the program:
 * {@code scripts/soak}.
 */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Kill, starve, exhaust and mislead this program, and count what is lost.")
final class SoakCommand implements Callable<Integer> {

  /** Reads what a soak tries. */
  static final class FaultNames extends NamedConverter<Faults> {
    FaultNames() {
      super(Faults.class);
    }
  }

  private final Invocation invocation;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of all random moments (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Minutes in total; with --endurance, of training (${DEFAULT-VALUE}).")
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
      description = "With --endurance: time between two samples (${DEFAULT-VALUE}).")
  private double interval = 10;

  @Option(
      names = "--only",
      paramLabel = "LIST",
      split = ",",
      converter = FaultNames.class,
      description = "Campaigns, separated by commas (train,retarget,compare,study,mutants).")
  private List<Faults> faults = List.of(Faults.values());

  @Option(
      names = "--kills",
      paramLabel = "N",
      description =
          "Kills of training; a quarter of them for each other command (${DEFAULT-VALUE}).")
  private int kills = 200;

  @Mixin private final MutantOptions mutants = new MutantOptions();

  @Option(
      names = "--full-disks",
      paramLabel = "N",
      description = "Fill N small disks under each command instead; needs root.")
  private int disks;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for all files.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  SoakCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    if (endurance) {
      return endure();
    }
    Soak.Result result = Soak.run(campaigns(), minutes, invocation.stop());
    invocation.out().println(Json.RESULTS.text(result));
    if (invocation.stop().getAsBoolean()) {
      invocation.say("stopped; these are the counts so far.");
      return ExitCode.INTERRUPTED;
    }
    invocation.say(
        result.faultsTried()
            + " faults tried, "
            + result.survived()
            + " survived, data lost: "
            + (result.dataLost().isEmpty() ? "none" : String.join("; ", result.dataLost())));
    return result.isPassed() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private List<Campaign> campaigns() {
    // Processes that live for seconds are better off without the second compiler.
    Program program =
        new Program(Main.class, List.of("-XX:TieredStopAtLevel=1"), out, invocation.stop());
    if (disks > 0) {
      return DiskCampaign.of(program, out, faults, disks, seed, invocation.err());
    }
    List<Campaign> campaigns =
        new ArrayList<>(KillCampaign.of(program, out, faults, kills, seed, invocation.err()));
    if (faults.contains(Faults.MUTANTS)) {
      campaigns.add(new MutantCampaign(out, mutants.settings(), seed, invocation.err()));
    }
    return campaigns;
  }

  private int endure() throws IOException {
    Program program = new Program(Main.class, List.of(), out, invocation.stop());
    List<Endurance.Watched> watched =
        new Endurance(program, out, minutes, frames, interval, invocation.err()).run();
    invocation.out().println(Json.RESULTS.text(watched));
    return watched.stream().allMatch(Endurance.Watched::flat) ? ExitCode.OK : ExitCode.FAILURE;
  }
}
