package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose an unfinished file is, by its name: only what dead processes left is cleared away. */
class TemporaryNameTest {

  /** No system gives out so large a number. */
  private static final long NOBODY = 0x7fffffffL;

  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("out.mp4");
  }

  private List<Path> removed() throws IOException {
    List<Path> removed = new ArrayList<>();
    TemporaryName.removeAbandoned(target(), removed::add);
    return removed;
  }

  private static Instant startOfThis() {
    return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
  }

  @Test
  void whatADeadProcessLeftIsRemoved() throws IOException {
    Path left = Files.createFile(TemporaryName.of(target(), NOBODY, Instant.now()));
    assertEquals(List.of(left), removed());
  }

  @Test
  void whatIsBeingWrittenStays() throws IOException {
    Files.createFile(TemporaryName.beside(target()));
    assertEquals(List.of(), removed());
  }

  /** A container gives its first process the same number at every start. */
  @Test
  void anotherProcessOfTheSameNumberIsDead() throws IOException {
    long self = ProcessHandle.current().pid();
    Path before =
        Files.createFile(TemporaryName.of(target(), self, startOfThis().minusSeconds(3600)));
    Path after =
        Files.createFile(TemporaryName.of(target(), self, startOfThis().plusSeconds(3600)));
    // The clock was set by half a minute since: still this process.
    Files.createFile(TemporaryName.of(target(), self, startOfThis().minusSeconds(30)));
    Files.createFile(TemporaryName.of(target(), self, startOfThis().plusSeconds(30)));
    assertEquals(List.of(before, after).stream().sorted().toList(), sorted(removed()));
  }

  private static List<Path> sorted(List<Path> paths) {
    return paths.stream().sorted().toList();
  }

  @Test
  void whatBelongsToAnotherOutputOrToNobodyStays() throws IOException {
    Files.createFile(TemporaryName.of(folder.resolve("other.mp4"), NOBODY, Instant.now()));
    Files.createFile(folder.resolve(".recycle-notes.part"));
    assertEquals(List.of(), removed());
  }

  /** One that cannot be removed must not keep the others, or the output, from being written. */
  @Test
  void aFailureToRemoveIsNoObstacle() throws IOException {
    Files.createFile(TemporaryName.of(target(), NOBODY, Instant.now()));
    Files.createFile(TemporaryName.of(target(), NOBODY, Instant.now()));
    List<Path> asked = new ArrayList<>();
    TemporaryName.removeAbandoned(
        target(),
        path -> {
          asked.add(path);
          throw new IOException("not ours");
        });
    assertEquals(2, asked.size());
  }

  @Test
  void twoOfOneProcessDiffer() {
    assertNotEquals(TemporaryName.beside(target()), TemporaryName.beside(target()));
  }
}
