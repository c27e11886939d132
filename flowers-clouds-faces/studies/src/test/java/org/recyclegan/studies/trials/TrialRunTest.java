package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.video.InputException;

/** What a trial's run does with outputs that are there, and without what it needs. */
class TrialRunTest {

  @TempDir private Path folder;

  private TrialRun untrained() {
    return new TrialRun(folder.resolve("run"), Preset.QUICK.config());
  }

  /** Without a checkpoint nothing could be translated; the work was done before. */
  @Test
  void outputsThatAreThereNeedNoRun() throws IOException {
    Path output = Files.write(folder.resolve("a2b-000.mkv"), new byte[] {1, 2, 3});
    untrained()
        .translate(
            Session.defaults(),
            Direction.A2B,
            List.of(folder.resolve("gone.mkv")),
            List.of(output));
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(output));
  }

  @Test
  void oneMissingOutputNeedsTheRun() throws IOException {
    Path there = Files.write(folder.resolve("a2b-000.mkv"), new byte[] {1, 2, 3});
    Path missing = folder.resolve("a2b-001.mkv");
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                untrained()
                    .translate(
                        Session.defaults(),
                        Direction.B2A,
                        List.of(there, there),
                        List.of(there, missing)));
    assertTrue(String.valueOf(refused.getMessage()).contains("run"), refused.getMessage());
    assertTrue(Files.notExists(missing));
  }
}
