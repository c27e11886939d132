package org.recyclegan.studies.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.Training;
import org.recyclegan.recycle.TrainingRequest;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.report.LiveReport;
import org.recyclegan.studies.trials.ContentGuess;

/** The demonstration: the same steps that users take with their own videos. */
public final class Demo {

  /** With drawing and retargeting within six minutes on two cores. */
  public static final double DEFAULT_MINUTES = 4.5;

  private final Session session;
  private final DemoFolder folder;
  private final double minutes;

  /**
   * Prepares to show.
   *
   * @param session devices, listener and stop condition
   * @param folder folder for all results
   * @param minutes to train, above 0
   */
  public Demo(Session session, DemoFolder folder, double minutes) {
    this.session = session;
    this.folder = folder;
    this.minutes = minutes;
  }

  /**
   * Runs it.
   *
   * @return what to look at
   * @throws CancellationException if it is stopped
   */
  public String run() throws IOException {
    session.listener().message("1 of 3: drawing a daisy (A) and a peony (B) to " + folder.clips());
    folder.draw(DemoFolder.CLIPS);
    session
        .listener()
        .message(
            String.format(
                Locale.ROOT,
                "2 of 3: training a Recycle-GAN on them for %.1f minutes in %s",
                minutes,
                folder.file("run")));
    TrainingRun.Outcome outcome = train();
    if (!outcome.finished()) {
      session.listener().message("saved " + outcome.checkpoint().getFileName() + ".");
      throw new CancellationException("stopped");
    }
    session.listener().message("3 of 3: letting a held-out daisy bloom as a peony");
    folder.show(outcome.checkpoint(), folder.file("run"), FinishOptions.DEFAULTS);
    return folder.tell(more(outcome));
  }

  private TrainingRun.Outcome train() throws IOException {
    TrainingConfig config =
        Preset.QUICK
            .config()
            .withBudget(Budget.minutes(minutes))
            .withPrecision(session.compute().fastest());
    List<Path> a = folder.trainingClips("a", DemoFolder.CLIPS.clips());
    List<Path> b = folder.trainingClips("b", DemoFolder.CLIPS.clips());
    Path run = folder.file("run");
    LiveReport report = new LiveReport(run, session.listener());
    TrainingRun.Outcome outcome =
        Training.begin(
            session.withListener(report),
            TrainingRequest.of(a, b, run, ContentGuess.appliedTo(config, a, b)));
    report.finish();
    return outcome;
  }

  private static String more(TrainingRun.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        """
        run/                The training run: samples/ shows how it came about.

        %d training steps in %s. Longer training is sharper: --minutes 30.
        With videos of your own:
          recycle train --a daisy.mp4 --b dandelion.mp4 --out runs/bloom
          recycle retarget runs/bloom daisy.mp4 -o dandelion-in-sync.mp4
        """,
        outcome.step(),
        Progress.duration(outcome.seconds()));
  }
}
