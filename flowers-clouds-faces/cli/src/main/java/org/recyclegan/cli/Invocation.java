package org.recyclegan.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.recyclegan.cli.failure.Settings;
import org.recyclegan.recycle.Compute;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.video.isolation.InputReader;

/**
 * One call of a command: its streams, its stop, its arguments.
 *
 * @param out results
 * @param err messages and progress
 * @param terminal whether messages go to a terminal, which can rewrite its last line
 * @param stop returns true once the user has asked to stop; the command then comes to a clean end
 * @param commandLine the arguments as they were given
 */
public record Invocation(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    BooleanSupplier stop,
    List<String> commandLine) {

  /** Prints a message to standard error. */
  public void say(String text) {
    err.println("recycle: " + Settings.asOptions(text));
    err.flush();
  }

  /** Prints a warning to standard error. */
  void warn(String text) {
    say("warning: " + text);
  }

  /** What a service of this command is given; its progress goes to a line of its own. */
  Session session(Compute compute, InputReader reader, ProgressLine progress) {
    return new Session(compute, reader, progress, stop, program());
  }

  /** What provenance records of this program. */
  Provenance.Program program() {
    BuildInfo build = BuildInfo.load();
    return new Provenance.Program(
        "recycle " + build.version(), build.commit().orElse("unknown"), commandLine);
  }
}
