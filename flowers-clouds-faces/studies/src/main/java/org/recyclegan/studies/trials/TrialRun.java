package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.RetargetRequest;
import org.recyclegan.recycle.Retargeting;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.Training;
import org.recyclegan.recycle.TrainingRequest;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.recycle.run.TrainingInputs;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.studies.report.LiveReport;

/**
 * The training run of a trial: trained, with a page that shows its progress, and then used on
 * held-out clips.
 *
 * @param folder of the run
 * @param config everything that decides it
 */
public record TrialRun(Path folder, TrainingConfig config) {

  /** Trains or continues; a stopped training has saved its state. */
  public TrainingRun.Outcome train(Session session, TrainingInputs inputs) throws IOException {
    LiveReport report = new LiveReport(folder, session.listener());
    TrainingRun.Outcome outcome =
        Training.run(
            session.withListener(report), new TrainingRequest(inputs, folder, config, false));
    report.finish();
    return outcome;
  }

  /**
   * Translates the clips whose output is missing.
   *
   * @param sources the clips
   * @param outputs a file for each
   * @throws CancellationException if it is stopped
   */
  public void translate(
      Session session, Direction direction, List<Path> sources, List<Path> outputs)
      throws IOException {
    if (outputs.stream().allMatch(Files::exists)) {
      return;
    }
    // Equal budgets are compared, so it is the last checkpoint: the best one was trained for less.
    Path checkpoint = CheckpointFolder.locate(folder, "latest");
    try (Retargeting retargeting =
        Retargeting.open(session, checkpoint, direction, config.optimisation().precision())) {
      for (int i = 0; i < outputs.size(); i++) {
        if (!Files.exists(outputs.get(i))) {
          Files.createDirectories(outputs.get(i).toAbsolutePath().getParent());
          retargeting.retarget(new RetargetRequest(sources.get(i), outputs.get(i)).unlabelled());
        }
      }
    }
  }
}
