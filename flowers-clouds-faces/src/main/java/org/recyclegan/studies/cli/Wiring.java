package org.recyclegan.studies.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** Connects the commands with the modules that do the work. */
final class Wiring {

  private Wiring() {}

  /** The surroundings of a real process. */
  static Surroundings surroundings(
      PrintWriter out, PrintWriter err, boolean terminal, BooleanSupplier stop) {
    return new Surroundings(
        out,
        err,
        terminal,
        stop,
        force ->
            (path, like) -> {
              throw new IOException("Writing video is not connected in this build");
            },
        path -> {
          throw new IOException("Reading video is not connected in this build");
        });
  }
}
