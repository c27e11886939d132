package org.recyclegan.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.soak.mutants.Target;
import picocli.CommandLine.Option;

/** Which damaged files go to which readers. */
final class MutantOptions {

  @Option(
      names = "--mutants",
      paramLabel = "N",
      description = "Number of damaged files, unless the time ends first (${DEFAULT-VALUE}).")
  private long mutants = 5000;

  @Option(
      names = "--reader",
      paramLabel = "READER",
      description = "Reader of the mutants (all): ${COMPLETION-CANDIDATES}.")
  private List<Target> readers = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Folders of additional good files, such as PyTorch checkpoints.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--patience-seconds",
      paramLabel = "S",
      description = "Seconds after which a mutant counts as hanging (${DEFAULT-VALUE}).")
  private long patience = 60;

  @Option(
      names = "--heap-megabytes",
      paramLabel = "N",
      description = "Java's heap for reading mutants (${DEFAULT-VALUE}).")
  private int heap = 256;

  @Option(
      names = "--resident-megabytes",
      paramLabel = "N",
      description = "Total memory for reading mutants (${DEFAULT-VALUE}).")
  private int resident = 1024;

  MutantCampaign.Settings settings() {
    return new MutantCampaign.Settings(
        mutants,
        readers.isEmpty() ? List.of(Target.values()) : readers,
        corpus,
        new ChildLimits(Duration.ofSeconds(patience), heap, resident));
  }
}
