package org.recyclegan.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings, beside the repository where they are present at all; never part of it. */
public final class SharedData {

  private static final Path FOLDER = Path.of("..", "..", "shared", "data");

  private SharedData() {}

  /** Returns a file or folder there; skips the test where it is absent. */
  public static Path require(String name) {
    Path path = FOLDER.resolve(name);
    assumeTrue(Files.exists(path), () -> path + " is not on this machine");
    return path;
  }
}
