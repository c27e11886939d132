package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsFileTest {

  @TempDir private Path folder;
  private Path file;
  private StatsFile stats;

  @BeforeEach
  void nothingIsWrittenYet() {
    file = folder.resolve("stats.jsonl");
    stats = new StatsFile(file);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  @Test
  void beforeTheFirstLineNothingIsKnown() throws IOException {
    assertEquals(Double.POSITIVE_INFINITY, stats.leastScore());
    assertFalse(stats.hasLosses(10));
    assertFalse(stats.hasHeldOut(10));
    stats.rewind(0);
    assertFalse(Files.exists(file), "there is nothing to rewind");
  }

  @Test
  void rewindingKeepsTheStepItself() throws IOException {
    for (long step : new long[] {10, 20, 30}) {
      stats.append(Map.of("step", step));
    }
    stats.rewind(20);
    assertEquals(List.of("{\"step\":10}", "{\"step\":20}"), lines());
    stats.append(Map.of("step", 25));
    assertEquals(3, lines().size(), "the last line was ended");
  }

  @Test
  void rewindingDropsWhatACrashCutShort() throws IOException {
    stats.append(Map.of("step", 10));
    Files.writeString(file, Files.readString(file) + "{\"step\":15,\"lo\n{\"no\":\"step\"}\n");
    stats.rewind(1000);
    assertEquals(List.of("{\"step\":10}"), lines());
  }

  @Test
  void theLeastScoreIsOfTheLinesThatAreLeft() throws IOException {
    stats.appendHeldOut(10, Map.of("cycle", 0.5), 0.5);
    stats.appendHeldOut(20, Map.of("cycle", 0.2), 0.2);
    stats.appendHeldOut(30, Map.of("cycle", 0.4), 0.4);
    assertEquals(0.2, stats.leastScore());
    assertTrue(stats.hasHeldOut(20));
    assertFalse(stats.hasHeldOut(25));
    assertFalse(stats.hasLosses(20), "measured is not written down");
    stats.rewind(10);
    assertEquals(0.5, stats.leastScore());
    assertFalse(stats.hasHeldOut(20));
  }

  @Test
  void aScoreThatIsNoNumberIsNone() throws IOException {
    stats.append(Map.of("step", 10, "heldOutScore", "NaN"));
    assertFalse(stats.hasHeldOut(10));
    assertEquals(Double.POSITIVE_INFINITY, stats.leastScore());
  }

  /** Crashes between the line and the checkpoint would have the same rollback twice. */
  @Test
  void everyRollbackIsWrittenOnce() throws IOException {
    stats.appendRollback(10, 1, Map.of("to", 5));
    stats.appendRollback(10, 1, Map.of("to", 5));
    assertEquals(List.of("{\"step\":10,\"rollback\":1,\"to\":5}"), lines());
    stats.appendRollback(10, 2, Map.of("to", 5));
    assertEquals(2, lines().size(), "another one at the same step is another");
  }

  @Test
  void lossesAreFoundByTheirStep() throws IOException {
    stats.append(Map.of("step", 10, StatsFile.LOSSES, Map.of("cycle", 1.5)));
    stats.appendCollapse(20, Map.of("a2b", "still"));
    assertTrue(stats.hasLosses(10));
    assertFalse(stats.hasLosses(20));
    assertTrue(lines().get(1).contains("\"collapse\":{\"a2b\":\"still\"}"), lines().get(1));
  }
}
