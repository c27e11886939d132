package org.recyclegan.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What lies under a name that promises something else: a download's page of words, a pointer to the
 * file, an archive of it. To be asked when a file was refused, so that the refusal need not guess.
 *
 * @param words what the file is
 * @param remedy how to come to the file that was meant, a sentence
 */
public record FileKind(String words, String remedy) {

  private static final int BEGINNING = 512;
  private static final String DOWNLOAD = "Download the file itself again.";
  private static final String UNPACK = "Unpack it, and name what is in it.";

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(
              0,
              "version https://git-lfs.github.com/",
              "a Git LFS pointer, which only names the file",
              "Fetch the file itself with `git lfs pull`, or download it again."),
          new Signature(0, "\u001f\u008b", "a gzip archive", UNPACK),
          new Signature(0, "BZh", "a bzip2 archive", UNPACK),
          new Signature(0, "\u00fd7zXZ", "an xz archive", UNPACK),
          new Signature(0, "7z\u00bc\u00af", "a 7-Zip archive", UNPACK),
          new Signature(0, "Rar!", "a RAR archive", UNPACK),
          new Signature(0, "(\u00b5/\u00fd", "a Zstandard archive", UNPACK),
          new Signature(257, "ustar", "a tar archive", UNPACK),
          new Signature(0, "\u0089HDF", "an HDF5 file, as Keras writes", "Choose another file."),
          new Signature(0, "\u0089PNG", "a PNG picture", "Choose another file."),
          new Signature(0, "\u00ff\u00d8\u00ff", "a JPEG picture", "Choose another file."),
          new Signature(0, "%PDF", "a PDF document", "Choose another file."),
          new Signature(4, "ftyp", "an MP4 video", "Choose another file."),
          new Signature(0, "\u001aE\u00df\u00a3", "a Matroska video", "Choose another file."));

  /** Bytes, as Latin-1, that tell a kind by their place. */
  private record Signature(int place, String bytes, String words, String remedy) {}

  /**
   * Looks at how a file begins.
   *
   * @return empty if that is not conclusive
   * @throws IOException if it cannot be read
   */
  public static Optional<FileKind> of(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      // Latin-1 keeps every byte a character of its own.
      start = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    }
    for (Signature known : SIGNATURES) {
      if (start.startsWith(known.bytes(), known.place())) {
        return Optional.of(new FileKind(known.words(), known.remedy()));
      }
    }
    return markup(start);
  }

  /** An error page of a server may begin with blanks or a byte order mark. */
  private static Optional<FileKind> markup(String start) {
    String text = start.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
      return Optional.of(new FileKind("a web page (HTML), not what it links to", DOWNLOAD));
    }
    if (text.startsWith("<?xml") || text.startsWith("<error")) {
      return Optional.of(new FileKind("an XML text, such as a server's error", DOWNLOAD));
    }
    if (text.startsWith("{\"") || text.startsWith("{}") || text.startsWith("[{")) {
      return Optional.of(new FileKind("a JSON text", DOWNLOAD));
    }
    return Optional.empty();
  }
}
