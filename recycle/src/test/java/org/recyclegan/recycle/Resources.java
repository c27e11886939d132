package org.recyclegan.recycle;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The files that tests come with. */
public final class Resources {

  private Resources() {}

  /** Returns a resource as a file. */
  public static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Resources.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
