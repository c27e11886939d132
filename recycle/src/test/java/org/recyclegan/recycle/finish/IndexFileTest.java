package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Size;

final class IndexFileTest {

  @TempDir private Path folder;

  static CandidateIndex index() {
    SplittableRandom random = new SplittableRandom(8);
    byte[] own = new byte[5 * Thumbnails.VALUES];
    byte[] back = new byte[5 * Thumbnails.VALUES];
    random.nextBytes(own);
    random.nextBytes(back);
    return new CandidateIndex(
        List.of(
            new CandidateVideo("aa", new Size(30, 20), 2),
            new CandidateVideo("bb", new Size(32, 20), 3)),
        new int[] {0, 0, 1, 1, 2},
        own,
        back);
  }

  @Test
  void comesBackAsItWas() throws IOException {
    Path file = folder.resolve("x.index");
    IndexFile.write(file, "key", index());
    CandidateIndex read = IndexFile.read(file, "key").orElseThrow();
    assertEquals(index().frames().videos(), read.frames().videos());
    assertArrayEquals(index().shots(), read.shots());
    assertArrayEquals(index().own(), read.own());
    assertArrayEquals(index().back(), read.back());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "nothing else is left");
    }
  }

  @Test
  void whatIsOfSomethingElseIsNotThere() throws IOException {
    Path file = folder.resolve("x.index");
    assertTrue(IndexFile.read(file, "key").isEmpty());
    IndexFile.write(file, "key", index());
    assertTrue(IndexFile.read(file, "other").isEmpty());
  }

  @Test
  void anyDamageMakesItAsIfItWereNotThere() throws IOException {
    Path file = folder.resolve("x.index");
    IndexFile.write(file, "key", index());
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 60; trial++) {
      byte[] damaged = whole.clone();
      // Half of the trials in the first bytes, where counts are.
      int at = random.nextInt(trial % 2 == 0 ? 80 : whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertTrue(IndexFile.read(file, "key").isEmpty(), "byte " + at);
    }
    for (int length = 0; length < whole.length; length += 997) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertTrue(IndexFile.read(file, "key").isEmpty(), length + " bytes");
    }
  }

  @Test
  void knowsWhereACandidateIsFrom() {
    CandidateIndex index = index();
    assertEquals(0, index.frames().videoOf(1));
    assertEquals(1, index.frames().videoOf(2));
    assertEquals(2, index.frames().firstOf(1));
    assertThrows(IndexOutOfBoundsException.class, () -> index.frames().videoOf(5));
    assertEquals(new Size(32, 20), index.frames().size(), "the size of most frames");
  }

  @Test
  void refusesPartsThatDoNotFit() {
    CandidateIndex index = index();
    assertThrows(
        IllegalArgumentException.class,
        () -> new CandidateIndex(index.frames().videos(), new int[4], index.own(), index.back()));
  }
}
