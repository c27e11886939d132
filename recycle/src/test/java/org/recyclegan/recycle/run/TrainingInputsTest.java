package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.InputException;

class TrainingInputsTest {

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void findsTheSameVideoUnderAnotherName() throws IOException {
    Path one = file("1.mp4", "one");
    Path two = file("2.mp4", "two");
    Path copy = file("copy.mp4", "two");
    TrainingInputs inputs = TrainingInputs.of(List.of(one, two), List.of(copy));
    assertEquals(List.of(two.toString()), inputs.onBothSides());
    assertEquals(List.of(one, two), TrainingInputs.paths(inputs.a()), "in the order given");
    assertEquals(List.of(), TrainingInputs.of(List.of(one), List.of(two)).onBothSides());
  }

  @Test
  void aMissingInputIsNamed() throws IOException {
    Path there = file("1.mp4", "one");
    Path missing = folder.resolve("missing.mp4");
    InputException refusal =
        assertThrows(
            InputException.class, () -> TrainingInputs.of(List.of(there), List.of(missing)));
    assertTrue(("" + refusal.getMessage()).contains("missing.mp4"), "" + refusal);
  }

  @Test
  void aFolderIsItsNamesAndContents() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    file("pictures/1.png", "one");
    file("pictures/2.png", "two");
    String before = hash(pictures);
    assertEquals(before, hash(pictures));
    Files.writeString(pictures.resolve("2.png"), "three");
    String changed = hash(pictures);
    assertNotEquals(before, changed);
    // The same contents in the other order are another video.
    Files.writeString(pictures.resolve("1.png"), "two");
    Files.writeString(pictures.resolve("2.png"), "one");
    assertNotEquals(before, hash(pictures));
    Files.delete(pictures.resolve("2.png"));
    assertNotEquals(changed, hash(pictures));
  }

  private static String hash(Path folder) throws IOException {
    return Provenance.hashes(List.of(folder)).values().iterator().next();
  }

  /** What leaves the machine says which files, not where its user keeps them. */
  @Test
  void foldersAreLeftOutOfWhatLeavesTheMachine() throws IOException {
    Provenance provenance =
        Provenance.collect(
            new Provenance.Program(
                "tool",
                "c0ffee",
                List.of("train", "--a", "/home/me/x.mp4", "--out=/tmp/run", "-q")),
            "engine",
            5,
            Map.of("/home/me/x.mp4", "1"),
            new TreeMap<>(Map.of("/one/y.mp4", "2", "/two/y.mp4", "3")));
    Provenance shared = provenance.withoutFolders();
    assertEquals(List.of("train", "--a", "x.mp4", "--out=run", "-q"), shared.commandLine());
    assertEquals(Map.of("x.mp4", "1"), shared.inputsA());
    assertEquals(Map.of("y.mp4", "2", "y.mp4 (2)", "3"), shared.inputsB());
    assertEquals(5, shared.seed());
    assertEquals(provenance.started(), shared.started());
  }
}
