package org.recyclegan.studies.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import picocli.CommandLine;

/** The command line's entry point. */
public final class Main {

  /** Set by the launcher, which can ask the shell whether standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "recycle.terminal";

  private static final int HELP_WIDTH = 100;

  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args as on the command line
   */
  public static void main(String[] args) {
    InterruptHandling interrupts = new InterruptHandling();
    interrupts.install();
    // Its cache files need a shutdown hook, which cannot be had any more while Ctrl-C is answered.
    ImageIO.setUseCache(false);
    PrintWriter out = new PrintWriter(System.out, /* autoFlush= */ true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, /* autoFlush= */ true, StandardCharsets.UTF_8);
    int code = ExitCode.FAILURE;
    try {
      code =
          run(
              args,
              Wiring.surroundings(
                  out,
                  err,
                  Boolean.getBoolean(TERMINAL_PROPERTY),
                  interrupts.stop(),
                  List.of(args)));
    } finally {
      interrupts.commandEnded();
    }
    // While an interrupt is being handled this waits for ever, and the JVM exits with its code.
    System.exit(code);
  }

  /** Runs a command in given surroundings and returns its exit code. */
  static int run(String[] args, Surroundings surroundings) {
    RecycleCommand recycle = new RecycleCommand();
    CommandLine line =
        new CommandLine(recycle)
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
            .addSubcommand(new TimeStepCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new SoakCommand(surroundings));
    NumberConverters.register(line);
    line.registerConverter(Path.class, new PathConverter());
    line.setOut(surroundings.out());
    line.setErr(surroundings.err());
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(
        (failure, unparsed) -> Failures.usage(failure, surroundings.err()));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) ->
            Failures.command(failure, surroundings.err(), recycle.debug()));
    try {
      int code = line.execute(args);
      if (code == ExitCode.OK && surroundings.stop().getAsBoolean()) {
        // The exit code will say that it was interrupted.
        surroundings.say("it was done before it could be stopped.");
      }
      return code;
    } catch (Error e) {
      // Picocli lets errors through: no memory, natives that do not load.
      return Failures.command(e, surroundings.err(), recycle.debug());
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }
}
