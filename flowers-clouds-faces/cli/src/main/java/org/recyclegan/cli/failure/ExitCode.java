package org.recyclegan.cli.failure;

/** What the process reports to the shell. */
public final class ExitCode {

  public static final int OK = 0;
  public static final int FAILURE = 1;

  /** Wrong usage, or input that cannot be used. */
  public static final int USAGE = 2;

  /** As shells report a process that SIGINT ended. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
