package org.recyclegan.cli.options;

import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Adapts the help of shared options to the command. */
public final class OptionHelp {

  private OptionHelp() {}

  /** Leaves options out of a command's help; they are understood all the same, or refused. */
  public static void hide(CommandLine command, String... names) {
    for (String name : names) {
      change(command, name, option -> option.hidden(true));
    }
  }

  /** Changes the description of an option that takes only one value here. */
  public static void describe(CommandLine command, String name, String... lines) {
    change(
        command,
        name,
        option ->
            option
                .description(lines)
                .hideParamSyntax(true)
                .paramLabel(name.replaceFirst("^-+", "").toUpperCase(Locale.ROOT)));
  }

  private static void change(
      CommandLine command, String name, UnaryOperator<OptionSpec.Builder> change) {
    CommandSpec spec = command.getCommandSpec();
    OptionSpec option = spec.findOption(name);
    if (option == null) {
      throw new IllegalArgumentException("No option " + name + " of " + spec.name());
    }
    spec.remove(option);
    spec.addOption(change.apply(OptionSpec.builder(option)).build());
  }
}
