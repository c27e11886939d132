package org.recyclegan.studies.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A command that is killed over and over. */
interface Victim {

  /** Returns all that there are. */
  static List<Victim> all() {
    return List.of(
        new TrainingVictim(400),
        new RetargetVictim(),
        FolderVictim.compare(),
        FolderVictim.study());
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
   * Returns what a person gives next.
   *
   * @param work in whatever state a kill has left it
   */
  List<String> command(Path inputs, Path work) throws IOException;

  /**
   * Returns how far it is; a kill may not set this back.
   *
   * @param work in whatever state a kill has left it
   */
  long progress(Path work) throws IOException;
}
