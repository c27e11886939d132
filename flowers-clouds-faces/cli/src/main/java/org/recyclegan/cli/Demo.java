package org.recyclegan.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.train.TrainingRun;

/** The demonstration: the same steps that a person takes with videos of their own. */
final class Demo {

  /** With drawing and retargeting within six minutes on two cores. */
  static final double DEFAULT_MINUTES = 4.5;

  private final Surroundings surroundings;
  private final DemoFolder folder;
  private final double minutes;
  private final ComputeOptions compute;

  Demo(Surroundings surroundings, DemoFolder folder, double minutes, ComputeOptions compute) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.minutes = minutes;
    this.compute = compute;
  }

  /**
   * Runs it.
   *
   * @return whether it was not interrupted
   */
  boolean run() throws IOException {
    surroundings.say("1 of 3: drawing a daisy (A) and a peony (B) to " + folder.clips());
    if (!folder.draw(DemoFolder.CLIPS)) {
      return false;
    }
    surroundings.say(
        String.format(
            Locale.ROOT,
            "2 of 3: training a Recycle-GAN on them for %.1f minutes in %s",
            minutes,
            folder.file("run")));
    TrainingRun.Outcome outcome;
    try {
      outcome = train();
    } catch (CancellationException e) {
      return false;
    }
    if (!outcome.finished()) {
      Training.report(surroundings, folder.file("run"), outcome);
      return false;
    }
    surroundings.say("3 of 3: letting a held-out daisy bloom as a peony");
    Retargeting retargeting = new Retargeting(surroundings, compute, Precision.DEFAULT);
    if (!folder.show(retargeting, outcome.checkpoint())) {
      return false;
    }
    folder.tell(more(outcome));
    return true;
  }

  private TrainingRun.Outcome train() throws IOException {
    TrainingConfig config =
        Preset.QUICK.config().withBudget(Budget.minutes(minutes)).withPrecision(compute.fastest());
    return new Training(surroundings, compute)
        .begin(
            folder.file("run"),
            config,
            TrainingInputs.of(folder.trainingClips("a"), folder.trainingClips("b")));
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
        Progress.duration(Math.round(outcome.seconds())));
  }
}
