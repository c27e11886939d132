package org.recyclegan.files;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.recyclegan.video.InputException;

/**
 * Names of files that are made of another file's name. File systems hold 255 bytes; what would be
 * longer is cut, and made distinct by a hash of the whole name, always in the same way.
 */
public final class SidecarName {

  private static final int MOST_BYTES = 255;
  private static final int HEX = 16;

  private SidecarName() {}

  /**
   * Returns a name beside a file.
   *
   * @param file whose last name is taken; its folder is kept
   * @param prefix put before it
   * @param suffix put behind it
   * @return {@code prefix + name + suffix}, or a shorter name that is as distinct
   */
  public static Path beside(Path file, String prefix, String suffix) {
    String name = String.valueOf(file.getFileName());
    String whole = prefix + name + suffix;
    if (bytes(whole) <= MOST_BYTES) {
      return file.resolveSibling(whole);
    }
    String hash = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
    String end = "~" + hash.substring(0, HEX) + suffix;
    int length = name.length();
    while (bytes(prefix + name.substring(0, length) + end) > MOST_BYTES) {
      // Never between the two halves of a character.
      length = name.offsetByCodePoints(length, -1);
    }
    return file.resolveSibling(prefix + name.substring(0, length) + end);
  }

  /**
   * Checks that a file system takes a name, before the work whose result shall have it.
   *
   * @param file that may exist or not
   * @throws InputException if there can be no file of that name, for example because it is too long
   */
  public static void requireUsable(Path file) throws InputException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      // As it should be.
    } catch (FileSystemException e) {
      throw new InputException(
          file + ": this name cannot be written",
          "a name that the file system takes, of at most " + MOST_BYTES + " bytes in most of them",
          bytes(String.valueOf(file.getFileName()))
              + " bytes ("
              + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason())
              + ")",
          "Choose a shorter name.");
    } catch (IOException e) {
      // Writing will say what is wrong.
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
