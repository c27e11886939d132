package org.recyclegan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The program as a person calls it, within the test: keeps what the last command said. */
final class Console {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BooleanSupplier stop = () -> false;

  /** Decides when the person asks to stop, from the next command on. */
  void stopWhen(BooleanSupplier condition) {
    stop = condition;
  }

  /** Runs a command and returns its exit code. */
  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(
        args,
        new Invocation(
            new PrintWriter(out),
            new PrintWriter(err),
            /* terminal= */ false,
            stop,
            List.of(args)));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Both, for the message of an assertion. */
  String told() {
    return out + "\n" + err;
  }
}
