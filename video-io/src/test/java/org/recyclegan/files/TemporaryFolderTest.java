package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  @Test
  void aMissingFolderIsNamedWithWhatSetsIt() {
    IOException e = TemporaryFolder.unusable(new NoSuchFileException("x"));
    String folder = System.getProperty("java.io.tmpdir");
    assertTrue(String.valueOf(e.getMessage()).contains(folder));
    assertTrue(String.valueOf(e.getMessage()).contains("no such"));
    assertTrue(String.valueOf(e.getMessage()).contains("java.io.tmpdir"));
  }

  @Test
  void theVariableThatMovedItIsNamed() {
    assertTrue(
        TemporaryFolder.remedy(Map.of("JAVA_OPTS", "-Xmx1g -Djava.io.tmpdir=/scratch"))
            .startsWith("The variable JAVA_OPTS sets it"));
    assertEquals(
        "Make it, or set another with RECYCLE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.",
        TemporaryFolder.remedy(Map.of("JAVA_OPTS", "-Xmx1g")));
  }

  @Test
  void filesAndFoldersAreMade() throws IOException {
    Path file = TemporaryFolder.createFile("recycle-test", ".tmp");
    Path folder = TemporaryFolder.createFolder("recycle-test");
    assertEquals(0, Files.size(file));
    assertTrue(Files.isDirectory(folder));
    Files.delete(file);
    Files.delete(folder);
  }
}
