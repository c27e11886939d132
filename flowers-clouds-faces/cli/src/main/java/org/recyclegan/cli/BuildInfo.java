package org.recyclegan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version of the project
 * @param commit abbreviated, with "-dirty" where the tree had changes; empty where it was built
 *     outside a Git working tree
 */
record BuildInfo(String version, Optional<String> commit) {

  private static final String RESOURCE = "build.properties";

  /** Reads what Maven left in the jar. */
  static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar; build again");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(properties);
  }

  static BuildInfo of(Properties properties) {
    String commit = properties.getProperty("commit", "");
    // Outside a Git tree Maven leaves the placeholder as it is.
    if (commit.isEmpty() || commit.startsWith("$")) {
      return new BuildInfo(properties.getProperty("version"), Optional.empty());
    }
    boolean dirty = Boolean.parseBoolean(properties.getProperty("dirty"));
    return new BuildInfo(
        properties.getProperty("version"), Optional.of(dirty ? commit + "-dirty" : commit));
  }
}
