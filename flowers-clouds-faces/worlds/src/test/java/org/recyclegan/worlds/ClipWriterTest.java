package org.recyclegan.worlds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.worlds.flowers.Flowers;
import org.recyclegan.worlds.model.Side;

final class ClipWriterTest {

  private static final int FRAMES = 4;
  private static final DrawOptions OPTIONS =
      new DrawOptions(9, /* clips= */ 2, /* testClips= */ 1, FRAMES, 16, FrameRate.of(25));

  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  @TempDir
  Path directory;

  private final MemorySinks sinks = new MemorySinks(/* replace= */ true);

  private List<String> write(boolean replace) throws IOException {
    return new ClipWriter(new Flowers(), OPTIONS, sinks)
        .write(directory, replace, () -> false, drawn -> {});
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(directory.resolve("state.csv"));
  }

  /** The state columns of a clip's first row. */
  private String firstState(String clip) throws IOException {
    String start = clip + ",0,0.000000,";
    return table().stream()
        .filter(row -> row.startsWith(start))
        .map(row -> row.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void writesTrainingClipsTestClipsAndTheTable() throws IOException {
    assertEquals(List.of(), write(false));

    assertEquals(
        Set.of(
            "a-000.mp4", "a-001.mp4", "b-000.mp4", "b-001.mp4", "test-a-000.mp4", "test-b-000.mp4"),
        sinks.clips().keySet());
    for (List<Frame> clip : sinks.clips().values()) {
      assertEquals(List.of(0L, 1L, 2L, 3L), clip.stream().map(Frame::pts).toList());
    }
    assertEquals(0, sinks.openSinks());
  }

  @Test
  void tableHasOneRowAFrameWithPointsForDecimals() throws IOException {
    write(false);

    assertEquals("clip,frame,time_s,bloom,sway", table().get(0));
    assertEquals(1 + 6 * FRAMES, table().size());
    for (String row : table().subList(1, table().size())) {
      assertTrue(
          row.matches("(test-)?[ab]-\\d{3},\\d,0\\.\\d{6},[01]\\.\\d{6},-?[01]\\.\\d{6}"), row);
    }
    assertTrue(table().get(2).startsWith("a-000,1,0.040000,"), table().get(2));
  }

  @Test
  void trainingMotionsDifferAndHeldOutPairsShareOne() throws IOException {
    write(false);

    Set<String> states = new HashSet<>();
    for (String clip : List.of("a-000", "b-000", "a-001", "b-001", "test-a-000")) {
      assertTrue(states.add(firstState(clip)), clip + " moves like another clip");
    }
    assertEquals(firstState("test-a-000"), firstState("test-b-000"));
  }

  @Test
  void picturesShowTheStateInTheTable() throws IOException {
    write(false);
    String[] cells = firstState("test-b-000").split(",", -1);
    double[] state = {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
    byte[] written = sinks.frames("test-b-000.mp4").get(0).rgb();

    byte[] redrawn = new Flowers().skin(Side.B, 16, 9).draw(state, 0);

    double difference = 0;
    for (int i = 0; i < written.length; i++) {
      difference += Math.abs((written[i] & 255) - (redrawn[i] & 255));
    }
    // Only the noise differs.
    assertTrue(difference / written.length < 6, "mean difference " + difference / written.length);
  }

  @Test
  void sameSeedGivesTheSameBytesAgain() throws IOException {
    write(false);
    List<String> table = table();
    byte[] before = sinks.frames("a-001.mp4").get(3).rgb();

    write(true);

    assertArrayEquals(before, sinks.frames("a-001.mp4").get(3).rgb());
    assertEquals(table, table());
  }

  @Test
  void contentIsRefusedUnlessReplacingIsAllowed() throws IOException {
    Path diary = Files.writeString(directory.resolve("diary.txt"), "mine");

    InputException refusal = assertThrows(InputException.class, () -> write(false));
    assertTrue(refusal.toString().contains("`force`"), refusal.toString());
    assertEquals(Set.of(), sinks.clips().keySet());

    write(true);
    assertEquals("mine", Files.readString(diary));
  }

  @Test
  void clipsOfAnEarlierSetAreLeftAndNamed() throws IOException {
    Files.writeString(directory.resolve("a-007.mp4"), "earlier");

    List<String> notes = write(true);

    assertEquals(1, notes.size());
    assertTrue(notes.get(0).contains("a-007.mp4"), notes.get(0));
    assertEquals("earlier", Files.readString(directory.resolve("a-007.mp4")));
  }

  @Test
  void fileInPlaceOfTheDirectoryIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    ClipWriter writer = new ClipWriter(new Flowers(), OPTIONS, sinks);

    assertThrows(InputException.class, () -> writer.write(file, true, () -> false, drawn -> {}));
  }

  @Test
  void stoppingLeavesWholeClipsOnlyAndNoTable() throws IOException {
    Files.writeString(directory.resolve("state.csv"), "of an earlier set");
    List<Long> progress = new ArrayList<>();

    List<String> notes =
        new ClipWriter(new Flowers(), OPTIONS, sinks)
            .write(directory, true, () -> progress.size() == FRAMES + 2, progress::add);

    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), progress);
    assertEquals(Set.of("a-000.mp4"), sinks.clips().keySet());
    assertEquals(0, sinks.openSinks());
    assertEquals(List.of(), notes);
    try (var files = Files.list(directory)) {
      assertEquals(List.of("a-000.mp4"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void failingSinkLeavesNoTable() throws IOException {
    SinkOpener broken =
        (path, like) -> {
          throw new IOException("disk full");
        };
    ClipWriter writer = new ClipWriter(new Flowers(), OPTIONS, broken);

    assertThrows(IOException.class, () -> writer.write(directory, false, () -> false, n -> {}));

    try (var files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    FrameRate rate = FrameRate.of(25);
    for (int[] bad :
        new int[][] {
          {-1, 1, 3, 16}, {1001, 1, 3, 16}, {1, 0, 3, 16}, {1, 1, 2, 16}, {1, 1, 3, 17}
        }) {
      String what = String.format(Locale.ROOT, "%d %d %d %d", bad[0], bad[1], bad[2], bad[3]);
      assertThrows(
          IllegalArgumentException.class,
          () -> new DrawOptions(1, bad[0], bad[1], bad[2], bad[3], rate),
          what);
    }
  }
}
