package org.recyclegan.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Connects the commands with the modules that do the work. */
public final class Wiring {

  private Wiring() {}

  /** The surroundings of a real process. */
  public static Surroundings surroundings(
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      BooleanSupplier stop,
      List<String> commandLine) {
    return new Surroundings(
        out,
        err,
        terminal,
        stop,
        force ->
            (path, like) ->
                VideoWriter.create(path, like, WriteOptions.defaults().withOverwrite(force)),
        new VideoInspector(),
        commandLine);
  }
}
