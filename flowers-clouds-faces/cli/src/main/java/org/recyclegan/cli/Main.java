package org.recyclegan.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.OptionHelp;
import picocli.CommandLine;

/** The command line's entry point. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args as on the command line
   */
  public static void main(String[] args) {
    Launch.main(args, Main::program);
  }

  /** Runs a command in given surroundings and returns its exit code. */
  static int run(String[] args, Surroundings surroundings) {
    return Launch.run(args, surroundings, program(surroundings));
  }

  private static CommandLine program(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(new RecycleCommand())
            .addSubcommand(new DemoCommand(surroundings))
            .addSubcommand(new TrainCommand(surroundings))
            .addSubcommand(new RetargetCommand(surroundings))
            .addSubcommand(new EvaluateCommand(surroundings))
            .addSubcommand(new CompareCommand(surroundings))
            .addSubcommand(new StudyCommand(surroundings))
            .addSubcommand(new ImportCommand(surroundings))
            .addSubcommand(new ExportCommand(surroundings))
            .addSubcommand(new DrawCommand(surroundings))
            .addSubcommand(new InspectCommand(surroundings))
            .addSubcommand(new PresetsCommand(surroundings))
            .addSubcommand(new TimeStepCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings));
    Map<String, CommandLine> commands = line.getSubcommands();
    for (String name : List.of("demo", "retarget", "compare", "study")) {
      OptionHelp.describe(
          Objects.requireNonNull(commands.get(name)),
          ComputeOptions.DEVICE,
          ComputeOptions.ONE_DEVICE);
    }
    // A study has --methods, and draws its own clips.
    OptionHelp.hide(
        Objects.requireNonNull(commands.get("study")), "--method", "--layout", "--content");
    return line;
  }
}
