package org.recyclegan.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.worlds.SinkOpener;

/**
 * Everything a command touches besides its options.
 *
 * @param out results
 * @param err messages and progress
 * @param terminal whether messages go to a terminal, which can rewrite its last line
 * @param stop says true once the person has asked to stop; the command then comes to a clean end
 * @param sinks opens videos for writing; the argument says whether existing ones may be replaced
 * @param inspector looks at files and runs
 * @param commandLine the arguments as they were given
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    BooleanSupplier stop,
    Function<Boolean, SinkOpener> sinks,
    Inspector inspector,
    List<String> commandLine) {

  /** Returns these with another reason to stop. */
  Surroundings withStop(BooleanSupplier newStop) {
    return new Surroundings(out, err, terminal, newStop, sinks, inspector, commandLine);
  }

  /** Tells the person something, at once. */
  public void say(String text) {
    err.println("recycle: " + text);
    err.flush();
  }

  /** Tells the person of something that may be wrong, at once. */
  void warn(String text) {
    say("warning: " + text);
  }

  /** What provenance says of this program. */
  Provenance.Program program() {
    BuildInfo build = BuildInfo.load();
    return new Provenance.Program(
        "recycle " + build.version(), build.commit().orElse("unknown"), commandLine);
  }
}
