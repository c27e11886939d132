package org.recyclegan.video.store;

import com.google.common.hash.Funnels;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.recyclegan.video.InputException;
import org.recyclegan.video.decode.InputPath;
import org.recyclegan.video.excerpt.Excerpt;

/**
 * What an input was when it was read, so that a changed input is noticed.
 *
 * @param path as it was given
 * @param bytes size of the file, or of all files in the folder
 * @param sha256 of the file's bytes, or of the names and bytes of all files in the folder; followed
 *     by the marks of an excerpt
 */
record InputFingerprint(Path path, long bytes, String sha256) {

  /**
   * Reads an input through once.
   *
   * @throws InputException if it cannot be read
   */
  static InputFingerprint of(Path input) throws IOException {
    Excerpt excerpt = Excerpt.of(input);
    Path file = excerpt.file();
    InputPath.requireReadable(file);
    InputFingerprint whole = Files.isDirectory(file) ? ofFolder(file) : ofFile(file);
    return new InputFingerprint(input, whole.bytes(), whole.sha256() + excerpt.marks());
  }

  private static InputFingerprint ofFile(Path file) throws IOException {
    String hash = MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    return new InputFingerprint(file, Files.size(file), hash);
  }

  /** Returns whether the content is the same, wherever it lies. */
  boolean sameContent(InputFingerprint other) {
    return bytes == other.bytes && sha256.equals(other.sha256);
  }

  private static InputFingerprint ofFolder(Path folder) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    long bytes = 0;
    for (Path file : filesBelow(folder)) {
      long size = Files.size(file);
      hasher.putString(folder.relativize(file).toString(), StandardCharsets.UTF_8);
      hasher.putLong(size);
      MoreFiles.asByteSource(file).copyTo(Funnels.asOutputStream(hasher));
      bytes += size;
    }
    return new InputFingerprint(folder, bytes, hasher.hash().toString());
  }

  /** Returns all files in a folder and below it, in the order of their paths as strings. */
  static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }
}
