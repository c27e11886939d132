package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.system.ElapsedTime;

/** The page in a run's folder that shows how training goes. */
final class LiveReport {

  /** The page asks for a new one every 30 seconds. */
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  private final Path run;
  private final TrainingConfig config;
  private final Provenance provenance;
  private boolean written;
  private boolean failed;
  private double lastWritten;
  private final ElapsedTime time = new ElapsedTime();

  LiveReport(Path run, TrainingConfig config, Provenance provenance) {
    this.run = run;
    this.config = config;
    this.provenance = provenance;
  }

  /** Writes the page where it is not too early to do so again. */
  void refresh(Consumer<String> messages) {
    if (!written || time.seconds() - lastWritten >= INTERVAL.toSeconds()) {
      write(/* running= */ true, messages);
    }
  }

  /** Writes the page. Training does not end because that fails; it is said once. */
  void write(boolean running, Consumer<String> messages) {
    written = true;
    lastWritten = time.seconds();
    try {
      new ReportFolder(run).write(report(running));
    } catch (IOException e) {
      if (!failed) {
        messages.accept("The report could not be written: " + e.getMessage());
      }
      failed = true;
    }
  }

  private Report report(boolean running) throws IOException {
    RunFacts facts = RunFacts.of(provenance);
    facts.addInputs("Input A", provenance.inputsA());
    facts.addInputs("Input B", provenance.inputsB());
    facts.addConfig(config);
    String method = config.method().toString();
    return new Report(
        "Training of " + run.toAbsolutePath().normalize().getFileName(),
        running,
        facts.list(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new TrainingRecord(run).read(method, run, "training")));
  }
}
