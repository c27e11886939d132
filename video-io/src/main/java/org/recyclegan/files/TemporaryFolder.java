package org.recyclegan.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Temporary files and folders, whose failures say where they were to be and what decides that. */
public final class TemporaryFolder {

  private static final String PROPERTY = "java.io.tmpdir";

  /** Variables that hold options for Java, the launcher's own first. */
  private static final String[] VARIABLES = {
    "RECYCLE_JAVA_OPTS", "JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"
  };

  private TemporaryFolder() {}

  /**
   * Creates an empty file.
   *
   * @throws IOException if it cannot be; it names the folder and what sets it
   */
  public static Path createFile(String prefix, String suffix) throws IOException {
    try {
      return Files.createTempFile(prefix, suffix);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Creates an empty folder.
   *
   * @throws IOException if it cannot be; it names the temporary folder and what sets it
   */
  public static Path createFolder(String prefix) throws IOException {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Adds to a failure in the temporary folder what it is about. */
  public static IOException unusable(IOException cause) {
    return new IOException(
        "The temporary folder "
            + System.getProperty(PROPERTY)
            + " cannot be written: "
            + reason(cause)
            + ". "
            + remedy(System.getenv()),
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    return String.valueOf(cause.getMessage());
  }

  /** Names the variable that moved the folder, or the one that can. */
  static String remedy(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      if (environment.getOrDefault(variable, "").contains(PROPERTY)) {
        return "The variable "
            + variable
            + " sets it, with -D"
            + PROPERTY
            + "; name a folder there that exists.";
      }
    }
    return "Make it, or set another with RECYCLE_JAVA_OPTS=-D" + PROPERTY + "=FOLDER.";
  }
}
