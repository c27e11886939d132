package org.recyclegan.soak;

import org.recyclegan.cli.Invocation;
import org.recyclegan.cli.Launch;
import picocli.CommandLine;

/** The entry point of {@code scripts/soak}. */
public final class SoakMain {

  private SoakMain() {}

  /**
   * Runs a soak and exits with its code.
   *
   * @param args as on the command line
   */
  public static void main(String[] args) {
    Launch.main(args, SoakMain::program);
  }

  static CommandLine program(Invocation invocation) {
    return new CommandLine(new SoakCommand(invocation));
  }
}
