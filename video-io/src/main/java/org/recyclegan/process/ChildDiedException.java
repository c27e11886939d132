package org.recyclegan.process;

import java.io.IOException;

/** A child process ended, or had to be ended, before it answered. */
public final class ChildDiedException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why a process is gone. */
  public enum Cause {
    /** It died by itself: most likely a native library crashed. */
    CRASH("its decoder crashed"),
    /** It took too long and was killed. */
    PATIENCE("its decoder was still at work when the time for an answer was over"),
    /** It took more memory than it may. */
    MEMORY("its decoder took more memory than it may"),
    /** It answered what no answer can be, and was killed. */
    NONSENSE("its decoder's answers made no sense");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /**
     * Describes how the process ended.
     *
     * @return for a sentence about a file
     */
    public String words() {
      return words;
    }
  }

  private final Cause why;

  ChildDiedException(Cause why, Throwable cause) {
    super(why.words(), cause);
    this.why = why;
  }

  /**
   * Describes why.
   *
   * @return as far as it can be found out
   */
  public Cause why() {
    return why;
  }
}
