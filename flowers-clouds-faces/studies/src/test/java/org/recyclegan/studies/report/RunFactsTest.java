package org.recyclegan.studies.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.Report;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.studies.TinyClips;

class RunFactsTest {

  /** Of the three letters abc, from FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  private record Sizes(int width, String name) {}

  private static Provenance provenance(String engine) {
    return new Provenance(
        "recycle 0.1",
        "abc123",
        List.of("train", "--out", "run"),
        7,
        "2026-01-02T03:04:05Z",
        "17.0.1",
        "Linux amd64",
        2,
        engine,
        Map.of(),
        Map.of(),
        List.of());
  }

  @Test
  void aRunsFactsStandInOrder() {
    assertEquals(
        List.of(
            new Report.Fact("Command", "recycle train --out run"),
            new Report.Fact("Begun", "2026-01-02T03:04:05Z"),
            new Report.Fact("Version", "recycle 0.1, commit abc123"),
            new Report.Fact("Java", "17.0.1"),
            new Report.Fact("Engine", "some engine"),
            new Report.Fact("Machine", "Linux amd64, 2 processors")),
        RunFacts.of(provenance("some engine")).list());
  }

  @Test
  void withoutNetworksThereIsNoEngine() throws IOException {
    assertFalse(
        RunFacts.of(provenance("")).list().stream()
            .anyMatch(fact -> fact.label().equals("Engine")));
    assertFalse(
        RunFacts.of(Provenance.Program.LIBRARY).list().stream()
            .anyMatch(fact -> fact.label().equals("Engine")));
  }

  @Test
  void inputsAreKnownByTheirHash() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    RunFacts facts = RunFacts.of(provenance(""));
    facts.addInput("Input A", file);
    Report.Fact last = facts.list().get(facts.list().size() - 1);
    assertEquals("Input A", last.label());
    assertTrue(last.value().endsWith("abc (SHA-256 " + ABC + ")"), last.value());
  }

  @Test
  void aRecordIsWrittenWithoutItsOwnName() {
    RunFacts facts = RunFacts.of(provenance(""));
    facts.addRecord("Sizes", new Sizes(3, "x"));
    assertTrue(facts.list().contains(new Report.Fact("Sizes", "width\u00a03, name\u00a0x")));
  }

  @Test
  void aConfigurationHasItsSeedAndWeights() {
    RunFacts facts = RunFacts.of(provenance(""));
    facts.addConfig(TinyClips.config(3).withSeed(42));
    List<String> labels = facts.list().stream().map(Report.Fact::label).toList();
    assertTrue(labels.contains("recycle-temporal: loss weights"), labels.toString());
    assertTrue(facts.list().contains(new Report.Fact("Seed", "42")));
  }
}
