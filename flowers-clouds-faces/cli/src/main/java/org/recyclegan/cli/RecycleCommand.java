package org.recyclegan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds the others. */
@Command(
    name = "recycle",
    mixinStandardHelpOptions = true,
    header = "Unpaired video retargeting: two videos in, one retargeted video out.",
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "A file name that starts with a dash goes after --, or with ./ before it.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage or unusable input, 130 interrupted."
    })
final class RecycleCommand implements Runnable {

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  @SuppressWarnings({"unused", "UnusedVariable"}) // Read by its name.
  private boolean debug;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }
}
