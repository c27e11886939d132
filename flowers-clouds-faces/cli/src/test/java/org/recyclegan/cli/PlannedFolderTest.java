package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.studies.trials.PlannedFolder;

/** What a plan says of the precision, which another machine may have chosen. */
class PlannedFolderTest {

  @TempDir private Path folder;

  private Optional<Precision> precision(String plan) throws IOException {
    return PlannedFolder.precision(Files.writeString(folder.resolve("plan.json"), plan));
  }

  @Test
  void thePrecisionOfAPlanIsFound() throws IOException {
    for (Precision precision : Precision.values()) {
      assertEquals(
          Optional.of(precision),
          precision("{\"config\" : \"" + Preset.QUICK.config().withPrecision(precision) + "\"}"));
      assertEquals(
          Optional.of(precision),
          precision(
              Json.RESULTS.text(
                  Json.RESULTS.fields(Preset.QUICK.config().withPrecision(precision)))));
    }
    assertEquals(Optional.empty(), precision("{\"seeds\" : 5}"));
    assertEquals(Optional.empty(), PlannedFolder.precision(folder.resolve("none.json")));
  }
}
