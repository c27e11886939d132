package org.recyclegan.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Option;

/** How large a file of weights may be, for every command that reads any. */
public final class CheckpointLimit {

  private static final String NAME = "--max-checkpoint-megabytes";

  @Option(
      names = NAME,
      paramLabel = "N",
      description = "Refuse larger checkpoint files (${DEFAULT-VALUE}).")
  private long megabytes = 16 * 1024;

  /**
   * Checks a file before it is opened.
   *
   * @throws InputException if it is too large
   */
  public Path checked(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > megabytes << 20) {
      throw new InputException(
          file + ": too large for a checkpoint",
          "at most " + megabytes + " MB",
          "more than " + (bytes >> 20) + " MB",
          "Check that it is one, or raise the limit with " + NAME + " if you trust the file.");
    }
    return file;
  }
}
