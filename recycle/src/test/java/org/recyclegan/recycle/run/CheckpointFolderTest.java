package org.recyclegan.recycle.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.InputException;

/** Which checkpoint is meant; what is in them does not matter here. */
class CheckpointFolderTest {

  @TempDir private Path run;
  private CheckpointFolder checkpoints;
  private Path best;

  @BeforeEach
  void aRunWithoutCheckpoints() throws IOException {
    Files.createDirectory(run.resolve("checkpoints"));
    Files.writeString(run.resolve("config.json"), "{}");
    checkpoints = new CheckpointFolder(run);
    best = run.resolve("checkpoints/best.safetensors");
  }

  private void save(long... steps) throws IOException {
    for (long step : steps) {
      Files.writeString(checkpoints.file(step), "step " + step);
    }
  }

  @Test
  void stepsAreInTheOrderOfTheirNumbers() throws IOException {
    save(1_000_000, 20, 999_999, 3);
    for (String other : List.of("best.safetensors", "step-000020.safetensors.later", "step-7")) {
      Files.writeString(run.resolve("checkpoints").resolve(other), "no checkpoint of a step");
    }
    assertEquals(List.of(3L, 20L, 999_999L, 1_000_000L), checkpoints.steps());
    assertEquals("step-000003.safetensors", "" + checkpoints.file(3).getFileName());
    assertEquals(checkpoints.file(1_000_000), checkpoints.find("latest"));
    assertEquals(checkpoints.file(20), checkpoints.find("20"));
  }

  @Test
  void withoutAFolderThereAreNone() throws IOException {
    assertEquals(List.of(), new CheckpointFolder(run.resolve("none")).steps());
  }

  @Test
  void aRunStandsForItsBestCheckpointAndElseForItsLatest() throws IOException {
    save(10, 20);
    assertEquals(checkpoints.file(20), CheckpointFolder.locate(run, null));
    checkpoints.keepAsBest(checkpoints.file(10));
    assertEquals("step 10", Files.readString(CheckpointFolder.locate(run, null)));
    assertEquals(checkpoints.file(20), CheckpointFolder.locate(run, "latest"));
    assertEquals(best, CheckpointFolder.locate(run, "best"));
    assertEquals(checkpoints.file(10), CheckpointFolder.locate(checkpoints.file(10), "20"));
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() throws IOException {
    for (String which : List.of("latest", "best", "10")) {
      InputException refusal =
          assertThrows(InputException.class, () -> checkpoints.find(which), which);
      assertTrue(("" + refusal.getMessage()).contains("[]"), "" + refusal);
    }
    save(10, 30);
    for (String which : List.of("best", "20", "010", "")) {
      InputException refusal =
          assertThrows(InputException.class, () -> checkpoints.find(which), which);
      assertTrue(("" + refusal.getMessage()).contains("[10, 30]"), "" + refusal);
    }
  }

  @Test
  void theNewestComeFirstAndTheBestLast() throws IOException {
    save(10, 20, 30);
    checkpoints.keepAsBest(checkpoints.file(20));
    assertEquals(
        List.of(checkpoints.file(30), checkpoints.file(20), checkpoints.file(10), best),
        checkpoints.newestFirst());
  }

  @Test
  void onlyTheLastAreKeptAndTheBestStays() throws IOException {
    save(10, 20, 30, 40);
    checkpoints.keepAsBest(checkpoints.file(10));
    checkpoints.keepLast(2);
    assertEquals(List.of(30L, 40L), checkpoints.steps());
    assertTrue(Files.exists(best));
    checkpoints.keepLast(5);
    assertEquals(List.of(30L, 40L), checkpoints.steps());
  }

  @Test
  void whatIsSetAsideReplacesNothing() throws IOException {
    for (String suffix : List.of("later", "later-2", "later-3")) {
      save(10);
      Path aside = checkpoints.setAside(checkpoints.file(10), "later");
      assertEquals("step-000010.safetensors." + suffix, "" + aside.getFileName());
      assertFalse(Files.exists(checkpoints.file(10)));
    }
    assertEquals(List.of(), checkpoints.steps());
  }

  @Test
  void namesTheOthersInsteadOfADamagedOne() throws IOException {
    save(10, 20, 30);
    checkpoints.keepAsBest(checkpoints.file(10));
    String instead = CheckpointFolder.instead(checkpoints.file(20));
    assertTrue(instead.contains("30 or 10 or best"), instead);
    instead = CheckpointFolder.instead(best);
    assertTrue(instead.contains("30 or 20 or 10") && !instead.contains("best"), instead);
  }
}
