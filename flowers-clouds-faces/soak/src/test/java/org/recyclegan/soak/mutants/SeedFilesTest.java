package org.recyclegan.soak.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutants of a file that no reader takes would try nothing. */
class SeedFilesTest {

  private static final Path OFFICIAL = Path.of("../../recycle/src/test/resources/pth");

  /** Tables are fed to the readers of videos too, which do not take them. */
  private static final String TABLE = ".csv";

  @Test
  void everyReaderReadsItsGoodFiles(@TempDir Path folder) throws IOException {
    List<Path> seeds =
        new SeedFiles(folder.resolve("seeds"))
            .make(List.of(OFFICIAL.resolve("zip"), OFFICIAL.resolve("legacy")));
    Set<Target> fed = EnumSet.noneOf(Target.class);
    List<String> refused = new ArrayList<>();
    for (Target reader : Target.values()) {
      for (Path seed : seeds) {
        String name = String.valueOf(seed.getFileName());
        if (reader.takes(name) && (reader == Target.STATES || !name.endsWith(TABLE))) {
          fed.add(reader);
          Path out = Files.createTempDirectory(folder, "out");
          MutantWorker.Outcome outcome = MutantWorker.read(reader, seed, out);
          if (outcome.verdict() != Verdict.ACCEPTED) {
            refused.add(reader + " " + name + ": " + outcome);
          }
        }
      }
    }
    assertEquals(List.of(), refused);
    assertEquals(EnumSet.allOf(Target.class), fed);
    assertTrue(seeds.stream().anyMatch(seed -> seed.endsWith("scores.csv")));
  }
}
