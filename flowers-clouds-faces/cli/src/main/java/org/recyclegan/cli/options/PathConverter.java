package org.recyclegan.cli.options;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads names of files, also those with bytes that are no UTF-8: Java has a mark instead of each
 * such byte, and the folder is asked which name it is that looks so.
 */
public final class PathConverter implements ITypeConverter<Path> {

  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public Path convert(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "expected a name in the letters of the system's locale, which is "
              + System.getProperty("sun.jnu.encoding")
              + ", found '"
              + text
              + "'; run it under a locale of UTF-8, for example with LC_ALL=C.UTF-8 before it");
    }
    if (text.indexOf(REPLACEMENT) < 0 || Files.exists(path)) {
      return path;
    }
    Path found = path.isAbsolute() ? path.getRoot() : Path.of("");
    for (Path name : path) {
      found = found.resolve(find(found, name, text));
    }
    return found;
  }

  private static Path find(Path folder, Path name, String text) {
    if (name.toString().indexOf(REPLACEMENT) < 0) {
      return name;
    }
    List<Path> alike = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (String.valueOf(entry.getFileName()).equals(name.toString())) {
          alike.add(entry.getFileName());
        }
      }
    } catch (IOException e) {
      throw new TypeConversionException(folder + " cannot be read");
    }
    if (alike.size() != 1) {
      throw new TypeConversionException(
          "expected a name in UTF-8, found '"
              + text
              + "', with bytes that are none and "
              + (alike.isEmpty() ? "no file" : alike.size() + " files")
              + " of that look; rename it, for example with convmv or mv");
    }
    return alike.get(0);
  }
}
