package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLineTest {

  @TempDir private Path folder;

  @Test
  void linesFollowEachOther() throws IOException {
    Path file = folder.resolve("log.txt");
    WholeLine.append(file, "one");
    WholeLine.append(file, "zwölf");
    assertEquals("one\nzwölf\n", Files.readString(file));
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("missing").resolve("log.txt");
    assertThrows(NoSuchFileException.class, () -> WholeLine.append(file, "x"));
  }

  /** Linux's disk that is always full. */
  @Test
  void aFullDiskIsSaidWithTheFile() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has /dev/full");
    IOException e = assertThrows(IOException.class, () -> WholeLine.append(full, "x"));
    assertTrue(e.getMessage().startsWith("Cannot write /dev/full: "), e.getMessage());
  }
}
