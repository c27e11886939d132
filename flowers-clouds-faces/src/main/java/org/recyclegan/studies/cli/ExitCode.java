package org.recyclegan.studies.cli;

/** What the process tells the shell. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILURE = 1;

  /** Wrong usage, or input that cannot be used. */
  static final int USAGE = 2;

  /** As shells report a process that SIGINT ended. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
