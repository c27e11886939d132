package org.recyclegan.soak;

import java.io.IOException;

/** Faults of one kind, tried over and over and counted. */
public interface Campaign {

  /** Returns what is tried. */
  Faults faults();

  /**
   * Tries faults until there were enough or it is late. A loss ends it and is in the counts.
   *
   * @param deadline after which nothing new is begun
   * @throws IOException if the faults themselves cannot be made here
   */
  Counts run(Deadline deadline) throws IOException;
}
