package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.system.ElapsedTime;

/**
 * Keeps the page in a run's folder that shows the progress of training, and passes on every event.
 * The page is rewritten from time to time; a failure to write it does not end the training.
 */
public final class LiveReport implements Listener {

  /** The page asks for a new one every 30 seconds. */
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  private final Path run;
  private final Listener listener;
  private boolean written;
  private boolean failed;
  private double lastWritten;
  private final ElapsedTime time = new ElapsedTime();

  /**
   * Begins to keep a page.
   *
   * @param run the folder, which may not be there yet
   * @param listener told everything
   */
  public LiveReport(Path run, Listener listener) {
    this.run = run;
    this.listener = listener;
  }

  @Override
  public void message(String text) {
    listener.message(text);
  }

  @Override
  public void warning(String text) {
    listener.warning(text);
  }

  @Override
  public void progress(Progress now) {
    listener.progress(now);
    // Only a training knows its share; before that videos are decoded.
    if (!Double.isNaN(now.share())
        && (!written || time.seconds() - lastWritten >= INTERVAL.toSeconds())) {
      write(/* running= */ true);
    }
  }

  /** Writes the page for the last time. */
  public void finish() {
    write(/* running= */ false);
  }

  private void write(boolean running) {
    written = true;
    lastWritten = time.seconds();
    try {
      new ReportFolder(run).write(report(running));
    } catch (IOException e) {
      if (!failed) {
        listener.warning("The report could not be written: " + e.getMessage());
      }
      failed = true;
    }
  }

  private Report report(boolean running) throws IOException {
    RunDirectory directory = RunDirectory.open(run);
    Provenance provenance = directory.provenance();
    TrainingConfig config = directory.config();
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
