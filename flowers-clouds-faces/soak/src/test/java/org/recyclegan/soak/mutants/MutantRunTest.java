package org.recyclegan.soak.mutants;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.process.ChildLimits;

/** The short version of the mutants of {@code scripts/soak}. */
class MutantRunTest {

  private static final Path OFFICIAL = Path.of("../../recycle/src/test/resources/pth");
  private static final ChildLimits LIMITS = new ChildLimits(Duration.ofMinutes(2), 256, 1024);

  private final Path folder;

  MutantRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void noMutantDoesHarm() throws IOException {
    List<Path> seeds =
        new SeedFiles(folder.resolve("seeds"))
            .make(List.of(OFFICIAL.resolve("zip"), OFFICIAL.resolve("legacy")));
    List<Target> targets = List.of(Target.values());
    try (MutantRun run = new MutantRun(folder, seeds, targets, LIMITS, 7)) {
      for (int i = 0; i < 390; i++) {
        run.next();
      }
      MutantRun.Counts counts = run.counts();
      assertEquals(List.of(), counts.findings());
      assertEquals(390, counts.mutants());
      assertEquals(Set.copyOf(targets), counts.verdicts().keySet());
      assertTrue(counts.total(Verdict.ACCEPTED) > 10, counts.toString());
      assertTrue(counts.total(Verdict.REFUSED) > 100, counts.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMutationIsDecidedByItsSeedAndLeavesTheGoodFileAlone(Mutation mutation) {
    byte[] file = new byte[700];
    new SplittableRandom(3).nextBytes(file);
    byte[] before = file.clone();
    EnumSet<Mutation> changed = EnumSet.noneOf(Mutation.class);
    for (int seed = 0; seed < 20; seed++) {
      byte[] mutant = mutation.apply(file, new SplittableRandom(seed));
      assertArrayEquals(mutant, mutation.apply(file, new SplittableRandom(seed)));
      if (!Arrays.equals(mutant, file)) {
        changed.add(mutation);
      }
    }
    assertArrayEquals(before, file);
    assertFalse(changed.isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void theSmallestFileCanBeMutatedToo(Mutation mutation) {
    for (int seed = 0; seed < 50; seed++) {
      byte[] mutant = mutation.apply(new byte[] {1}, new SplittableRandom(seed));
      assertTrue(mutant.length <= 51, "length " + mutant.length);
    }
  }
}
