package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies under another name is named, and nothing else is. */
class FileKindTest {

  @TempDir private Path folder;

  private Optional<String> words(String contents) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, contents.getBytes(StandardCharsets.ISO_8859_1));
    return FileKind.of(file).map(FileKind::words);
  }

  private void names(String words, String contents) throws IOException {
    assertTrue(words(contents).orElse("nothing").contains(words), () -> contents);
  }

  @Test
  void pointersAndPagesAreNamed() throws IOException {
    names(
        "Git LFS pointer",
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 45623\n");
    names("web page", "<!DOCTYPE html><html><title>Quota exceeded</title>");
    names("web page", "\u00ef\u00bb\u00bf\n\n  <HTML>");
    names("XML", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
    names("JSON", "{\"message\": \"Not Found\"}");
  }

  @Test
  void archivesAreNamed() throws IOException {
    Path gzip = folder.resolve("a.pth");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(1);
    }
    assertEquals("a gzip archive", FileKind.of(gzip).orElseThrow().words());
    names("bzip2", "BZh91AY&SY");
    names("xz", "\u00fd7zXZ\0");
    names("7-Zip", "7z\u00bc\u00af");
    names("Zstandard", "(\u00b5/\u00fd\u0004");
    names("tar", "latest_net_G.pth" + "\0".repeat(257 - 16) + "ustar\00000");
  }

  @Test
  void whatIsExpectedIsNothingElse() throws IOException {
    assertEquals(Optional.empty(), words(""));
    assertEquals(Optional.empty(), words("PK\u0003\u0004"));
    assertEquals(Optional.empty(), words("\u0080\u0002\u008a\n"));
    assertEquals(Optional.empty(), words("\u0010\0\0\0\0\0\0\0{\"__metadata__\":{}}"));
  }
}
