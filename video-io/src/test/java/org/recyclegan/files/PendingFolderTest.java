package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.InputException;

/** A folder of pictures appears whole or not at all, and no one else's file is deleted for it. */
class PendingFolderTest {

  @TempDir private Path folder;

  private PendingFolder pending(Path target, boolean overwrite) throws IOException {
    return new PendingFolder(target, overwrite, file -> file.toString().endsWith(".png"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void refused(String named, IOException e) {
    assertTrue(e instanceof InputException, () -> e.toString());
    assertTrue(String.valueOf(e.getMessage()).contains(named), e::getMessage);
  }

  @Test
  void theNameComesWithTheCommit() throws IOException {
    Path target = folder.resolve("out");
    try (PendingFolder pending = pending(target, false)) {
      Files.writeString(pending.path().resolve("1.png"), "one");
      assertFalse(Files.exists(target));
      pending.commit();
    }
    assertEquals(List.of("out"), names(folder));
    assertEquals(List.of("1.png"), names(target));
  }

  @Test
  void withoutACommitNothingStays() throws IOException {
    try (PendingFolder pending = pending(folder.resolve("out"), false)) {
      Files.writeString(pending.path().resolve("1.png"), "one");
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void anOlderFolderIsReplacedAsAWhole() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve("1.png"), "old");
    Files.writeString(target.resolve("2.png"), "old");
    refused("out", assertThrows(IOException.class, () -> pending(target, false)));
    try (PendingFolder pending = pending(target, true)) {
      Files.writeString(pending.path().resolve("1.png"), "new");
      assertEquals("old", Files.readString(target.resolve("1.png")));
      pending.commit();
    }
    assertEquals(List.of("out"), names(folder));
    assertEquals(List.of("1.png"), names(target));
    assertEquals("new", Files.readString(target.resolve("1.png")));
  }

  /** The work takes hours, and the folder is the user's in the meantime. */
  @Test
  void aFileThatComesIntoItDuringTheWorkIsKept() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve("1.png"), "old");
    try (PendingFolder pending = pending(target, true)) {
      Files.writeString(pending.path().resolve("1.png"), "new");
      Files.writeString(target.resolve("thesis.txt"), "mine");
      refused("thesis.txt", assertThrows(IOException.class, pending::commit));
    }
    assertEquals(List.of("out"), names(folder));
    assertEquals(List.of("1.png", "thesis.txt"), names(target));
    assertEquals("old", Files.readString(target.resolve("1.png")));
  }

  @Test
  void aFolderThatAppearsDuringTheWorkIsNotReplaced() throws IOException {
    Path target = folder.resolve("out");
    try (PendingFolder pending = pending(target, false)) {
      Files.createDirectory(target);
      Files.writeString(target.resolve("1.png"), "another's");
      refused("out", assertThrows(IOException.class, pending::commit));
    }
    assertEquals("another's", Files.readString(target.resolve("1.png")));
  }

  /** What somebody put beside our pictures under the hidden name is not ours to delete. */
  @Test
  void closingDeletesOurFilesOnly() throws IOException {
    PendingFolder pending = pending(folder.resolve("out"), false);
    Files.writeString(pending.path().resolve("1.png"), "ours");
    Path other = Files.writeString(pending.path().resolve("notes.txt"), "not ours");
    assertThrows(DirectoryNotEmptyException.class, pending::close);
    assertEquals(List.of("notes.txt"), names(pending.path()));
    assertEquals("not ours", Files.readString(other));
  }
}
