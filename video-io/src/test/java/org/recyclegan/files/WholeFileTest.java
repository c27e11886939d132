package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void aFailureLeavesTheOldFileAndNamesIt() throws IOException {
    Path file = folder.resolve("x.json");
    WholeFile.write(file, new byte[] {'a'});
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("No space left on device");
                    }));
    assertEquals("Cannot write " + file + ": No space left on device", e.getMessage());
    assertEquals("a", Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void failuresNameTheFileAndNotWhatIsHiddenBesideIt() {
    Path file = folder.resolve("x.pt");
    Path part = folder.resolve(".x.pt.part");
    for (FileSystemException failure :
        List.of(
            new AccessDeniedException(part.toString()),
            new NoSuchFileException(part.toString()),
            new FileAlreadyExistsException(part.toString()),
            new FileSystemException(part.toString(), null, "Read-only file system"))) {
      FileSystemException e =
          assertThrows(
              failure.getClass(),
              () ->
                  WholeFile.write(
                      file,
                      hidden -> {
                        throw failure;
                      }));
      assertEquals(file.toString(), e.getFile());
      assertEquals(failure.getReason(), e.getReason());
    }
    FileSystemException other = new NoSuchFileException("elsewhere");
    assertSame(other, FinalName.of(file, part, other));
  }

  /** A copy refuses to write over a file; what a killed process left must not stop it for ever. */
  @Test
  void whatAKilledProcessLeftIsNoObstacle() throws IOException {
    Path original = Files.writeString(folder.resolve("original"), "whole");
    Files.writeString(folder.resolve(".copy.part"), "half");
    WholeFile.write(folder.resolve("copy"), part -> Files.copy(original, part));
    assertEquals("whole", Files.readString(folder.resolve("copy")));
  }

  @Test
  void onlyUnfinishedFilesAreRemoved() throws IOException {
    Files.writeString(folder.resolve(".step-000010.safetensors.part"), "half");
    Files.writeString(folder.resolve(".recycle-0123456789abcdef-1-2-3.part"), "half");
    Path mine = Files.writeString(folder.resolve("my.part"), "a person's");
    Path hidden = Files.writeString(folder.resolve(".hidden"), "a person's");
    Path inside = Files.createDirectory(folder.resolve(".folder.part"));
    WholeFile.removeUnfinished(folder);
    WholeFile.removeUnfinished(folder.resolve("missing"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(inside, hidden, mine), left.sorted().toList());
    }
  }
}
