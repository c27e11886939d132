package org.recyclegan.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/**
 * Files that are either whole or not there: written beside their place, forced to the disk,
 * renamed. What a killed process leaves beside it is overwritten by the next that writes the same
 * file.
 */
public final class WholeFile {

  /** Writes the contents. */
  @FunctionalInterface
  public interface Body {
    /**
     * Writes the file.
     *
     * @param file to create
     * @throws IOException if writing fails
     */
    void writeTo(Path file) throws IOException;
  }

  private static final String PREFIX = ".";
  private static final String SUFFIX = ".part";

  private WholeFile() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param file replaced in one go if there; its folder must exist
   * @param body writes the contents
   * @throws IOException if writing or renaming fails; the old file, if any, is then still there,
   *     and nothing else is left behind
   */
  public static void write(Path file, Body body) throws IOException {
    Path target = file.toAbsolutePath();
    if (target.getParent() == null) {
      throw new IOException(file + ": a folder cannot be written as a file");
    }
    Path part = SidecarName.beside(target, PREFIX, SUFFIX);
    try {
      // A body may refuse to write over what a killed process left.
      Files.deleteIfExists(part);
      body.writeTo(part);
      LastStep.file(part, target);
    } catch (FileSystemException e) {
      throw FinalName.of(file, part, e);
    } catch (InputException e) {
      // It names what it is about.
      throw e;
    } catch (IOException e) {
      // The system's own words name no file: "No space left on device".
      throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @param file replaced in one go if there; its folder must exist
   * @param bytes all of its contents
   * @throws IOException as the other method
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, part -> Files.write(part, bytes));
  }

  /**
   * Returns whether a path is what a killed process left: a file that never got its final name, of
   * this class's or of a {@code VideoWriter}'s.
   *
   * @param path of anything
   * @return whether its name says so and it is a file
   */
  public static boolean isUnfinished(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(path);
  }

  /**
   * Removes what killed processes left in a folder. Only for callers that know that no other
   * process is writing there now.
   *
   * @param folder nothing is done where it is missing; folders in it are left alone
   * @throws IOException if the folder cannot be read, or something not be removed
   */
  public static void removeUnfinished(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, WholeFile::isUnfinished)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }
}
