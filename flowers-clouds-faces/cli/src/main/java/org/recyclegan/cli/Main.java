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

  /** Runs a command and returns its exit code. */
  static int run(String[] args, Invocation invocation) {
    return Launch.run(args, invocation, program(invocation));
  }

  private static CommandLine program(Invocation invocation) {
    CommandLine line =
        new CommandLine(new RecycleCommand())
            .addSubcommand(new DemoCommand(invocation))
            .addSubcommand(new TrainCommand(invocation))
            .addSubcommand(new RetargetCommand(invocation))
            .addSubcommand(new AlignCommand(invocation))
            .addSubcommand(new EvaluateCommand(invocation))
            .addSubcommand(new CompareCommand(invocation))
            .addSubcommand(new StudyCommand(invocation))
            .addSubcommand(new ImportCommand(invocation))
            .addSubcommand(new ExportCommand(invocation))
            .addSubcommand(new DrawCommand(invocation))
            .addSubcommand(new InspectCommand(invocation))
            .addSubcommand(new PresetsCommand(invocation))
            .addSubcommand(new TimeStepCommand(invocation))
            .addSubcommand(new DoctorCommand(invocation));
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
