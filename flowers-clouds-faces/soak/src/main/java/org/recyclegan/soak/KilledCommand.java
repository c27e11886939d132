package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A command that is killed over and over. */
interface KilledCommand {

  /** Returns the commands among kinds of faults, in the order of these here. */
  static List<KilledCommand> of(Collection<Faults> kinds) {
    return Stream.of(
            new KilledTraining(400),
            new KilledRetarget(),
            KilledFolderCommand.compare(),
            KilledFolderCommand.study())
        .filter(command -> kinds.contains(command.faults()))
        .toList();
  }

  /** Returns the command, as a kind of faults. */
  Faults faults();

  /** Returns the command's name. */
  default String name() {
    return faults().toString();
  }

  /**
   * Makes what the command needs.
   *
   * @param inputs an empty folder
   * @param program runs commands
   */
  void prepare(Path inputs, Program program) throws IOException;

  /**
   * Makes a folder to work in as it is before the command is given the first time.
   *
   * @param work exists and is empty
   * @param seed of this round
   */
  void begin(Path inputs, Path work, long seed) throws IOException;

  /**
   * Returns what a user runs next.
   *
   * @param work in any state a kill has left it
   */
  List<String> arguments(Path inputs, Path work) throws IOException;

  /**
   * Returns how far it is; a kill may not set this back.
   *
   * @param work in any state a kill has left it
   */
  long progress(Path work) throws IOException;
}
