package org.recyclegan.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.failure.Failures;
import org.recyclegan.cli.options.NumberConverters;
import org.recyclegan.cli.options.PathConverter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Starts a program of commands: streams, Ctrl-C, messages of failures and exit codes. */
public final class Launch {

  /** Set by the launcher, which can ask the shell whether standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "recycle.terminal";

  private static final int HELP_WIDTH = 100;

  private Launch() {}

  /**
   * Runs a program in a process of its own and exits with its code.
   *
   * @param args as on the command line
   * @param program makes the commands for the process' streams and its stop
   */
  public static void main(String[] args, Function<Invocation, CommandLine> program) {
    InterruptHandling interrupts = new InterruptHandling();
    interrupts.install();
    // Its cache files need a shutdown hook, which cannot be had any more while Ctrl-C is answered.
    ImageIO.setUseCache(false);
    // Not System.out, which swallows what goes wrong.
    ResultStream out =
        new ResultStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    PrintWriter err = new PrintWriter(System.err, /* autoFlush= */ true, StandardCharsets.UTF_8);
    int code = ExitCode.FAILURE;
    try {
      Invocation invocation =
          new Invocation(
              out.writer(),
              err,
              Boolean.getBoolean(TERMINAL_PROPERTY),
              interrupts.stop(),
              List.of(args));
      code = out.settle(run(args, invocation, program.apply(invocation)), err);
    } finally {
      interrupts.commandEnded();
    }
    // While an interrupt is being handled this waits for ever, and the JVM exits with its code.
    System.exit(code);
  }

  /**
   * Runs a program in this process.
   *
   * @param args as on the command line
   * @param invocation the streams and the stop
   * @param line the program's commands
   * @return the exit code
   */
  public static int run(String[] args, Invocation invocation, CommandLine line) {
    NumberConverters.register(line);
    // A file's name may begin with the sign that Picocli takes for a file of options.
    line.setExpandAtFiles(false);
    line.registerConverter(Path.class, new PathConverter());
    line.setOut(invocation.out());
    line.setErr(invocation.err());
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(
        (failure, unparsed) -> Failures.usage(failure, invocation.err()));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.command(failure, invocation.err(), debug(line)));
    try {
      int code = line.execute(args);
      if (code == ExitCode.OK && invocation.stop().getAsBoolean()) {
        // The exit code will say that it was interrupted.
        invocation.say("it was done before it could be stopped.");
      }
      return code;
    } catch (Error e) {
      // Picocli lets errors through: no memory, natives that do not load.
      return Failures.command(e, invocation.err(), debug(line));
    } finally {
      invocation.out().flush();
      invocation.err().flush();
    }
  }

  private static boolean debug(CommandLine line) {
    OptionSpec option = line.getCommandSpec().findOption("--debug");
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
