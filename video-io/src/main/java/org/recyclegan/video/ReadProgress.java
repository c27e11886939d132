package org.recyclegan.video;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Receives the progress of reading, once per frame, on the reading thread. */
@FunctionalInterface
public interface ReadProgress {

  /** Reports nothing. */
  ReadProgress NONE = (input, done, expected) -> {};

  /**
   * Another frame has been read.
   *
   * @param input the input it is from
   * @param done frames read of this input
   * @param expected frames this input is expected to have, where that is known; an estimate
   */
  void framesRead(Path input, long done, OptionalLong expected);
}
