package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.InputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From where, and for how much longer, a run goes on. */
final class ResumeOptions {

  private static final String MORE = "--more-steps N or --more-minutes M";

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--resume", description = "Continue the run in --out with its own settings.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP",
      description = {
        "With --resume: go back to this checkpoint, a step or best; later ones are renamed.",
        "Without it: the newest undamaged checkpoint."
      })
  private @Nullable String checkpoint;

  @ArgGroup(exclusive = true)
  private @Nullable More more;

  /** Two ways to say how much longer. */
  static final class More {
    @Option(
        names = "--more-steps",
        paramLabel = "N",
        description = "With --resume: extend the budget of the run by N steps.")
    private @Nullable Long steps;

    @Option(
        names = "--more-minutes",
        paramLabel = "M",
        description = "With --resume: extend the budget of the run by M minutes.")
    private @Nullable Double minutes;
  }

  /** How far a run is, by its newest checkpoint. */
  private record Progress(Budget budget, long step, double seconds) {}

  /**
   * Returns whether a run is gone on with.
   *
   * @throws ParameterException if another option is given that only goes with it
   */
  boolean resume() {
    if (!resume && (checkpoint != null || more != null)) {
      throw wrong(
          (checkpoint != null ? "--checkpoint" : "--more-steps and --more-minutes")
              + " needs --resume: it continues an existing run");
    }
    return resume;
  }

  /** Goes back to the checkpoint that was asked for. */
  private void goBack(Invocation invocation, RunDirectory directory) throws IOException {
    if (checkpoint == null) {
      return;
    }
    for (Path moved : directory.checkpoints().goBackTo(checkpoint)) {
      String message = "going back to checkpoint " + checkpoint + "; a later one is now " + moved;
      invocation.say(message);
      directory.log(message);
    }
  }

  /**
   * Goes back to the checkpoint that was asked for, and gives the run a longer budget where one is
   * asked for. What is refused is refused before anything in the run changes.
   *
   * @param total the whole budget, where it was given
   * @return the configuration to go on with
   * @throws InputException if the budget would be a shorter one, or of another unit
   */
  TrainingConfig extended(Invocation invocation, RunDirectory directory, Optional<Budget> total)
      throws IOException {
    TrainingConfig saved = directory.config();
    if (more != null && total.isPresent()) {
      throw wrong("Expected either a whole budget or --more-steps or --more-minutes, found both");
    }
    if (more == null && (total.isEmpty() || isKnown(total.get(), saved, directory))) {
      goBack(invocation, directory);
      progress(directory)
          .filter(done -> done.budget().used(done.step(), done.seconds()) >= 1)
          .ifPresent(
              done ->
                  invocation.say(
                      "the run has had its "
                          + done.budget().words()
                          + "; to train longer: --resume with "
                          + MORE));
      return saved;
    }
    Progress done =
        progress(directory)
            .orElseThrow(
                () ->
                    new InputException(
                        "Training " + directory.folder() + " for longer",
                        "a run with a checkpoint",
                        "none yet",
                        "Go on with --resume alone first."));
    Budget longer =
        more == null
            ? raised(counted(total.orElseThrow(), saved.budget(), done), done, directory)
            : sum(more, done);
    if (longer.used(done.step(), done.seconds()) >= 1) {
      throw notLonger(directory, done.budget(), longer);
    }
    String schedule = schedule(saved.optimisation(), done, longer);
    goBack(invocation, directory);
    directory.extend(longer, done.step(), schedule);
    invocation.say("training on to " + longer.words() + ". " + schedule);
    return directory.config();
  }

  /** The command that began or extended the run may be given again. */
  private static boolean isKnown(Budget given, TrainingConfig saved, RunDirectory directory)
      throws IOException {
    return given.equals(saved.budget())
        || directory.provenance().extensions().stream()
            .map(Provenance.Extension::before)
            .anyMatch(given::equals);
  }

  /** More epochs of a run of epochs, in the steps that these are. */
  private static Budget counted(Budget total, Budget saved, Progress done) {
    return total.unit() == Budget.Unit.EPOCHS && saved.unit() == Budget.Unit.EPOCHS
        ? Budget.steps((long) Math.ceil(done.budget().amount() * total.amount() / saved.amount()))
        : total;
  }

  private static Budget raised(Budget total, Progress done, RunDirectory directory)
      throws InputException {
    Budget planned = done.budget();
    if (total.unit() == planned.unit() && total.amount() > planned.amount()) {
      return total;
    }
    throw notLonger(directory, planned, total);
  }

  private static InputException notLonger(RunDirectory directory, Budget planned, Budget given) {
    return new InputException(
        "Resuming " + directory.folder() + " with another budget",
        "more than " + planned.words() + ", in the same unit",
        given.words(),
        "A budget can only be raised: give a larger one, or " + MORE + ".");
  }

  private Budget sum(More wanted, Progress done) {
    Budget planned = done.budget();
    boolean steps = planned.unit() == Budget.Unit.STEPS;
    if (wanted.steps != null) {
      requirePositive("--more-steps", wanted.steps);
      return Budget.steps(wanted.steps + (steps ? (long) planned.amount() : done.step()));
    }
    double minutes = wanted.minutes == null ? 0 : wanted.minutes;
    requirePositive("--more-minutes", minutes);
    return Budget.minutes(minutes + (steps ? done.seconds() / 60 : planned.amount()));
  }

  private void requirePositive(String option, double value) {
    if (!(value > 0)) {
      throw wrong(option + " must be above 0, found " + value);
    }
  }

  /** Empty where nothing was saved yet, or where a damaged checkpoint hides it. */
  private Optional<Progress> progress(RunDirectory directory) throws IOException {
    if (checkpoint != null) {
      return Optional.of(progress(directory, directory.checkpoints().find(checkpoint)));
    }
    for (Path file : directory.checkpoints().newestFirst()) {
      try {
        return Optional.of(progress(directory, file));
      } catch (InputException e) {
        // Going on will set it aside and say so; an older one may tell as much.
      }
    }
    return Optional.empty();
  }

  private static Progress progress(RunDirectory directory, Path file) throws IOException {
    try (Checkpoint saved = Checkpoint.open(file)) {
      Budget planned = directory.config().budget();
      // Only a checkpoint knows how many steps an epoch is.
      Budget counted = planned.unit() == Budget.Unit.EPOCHS ? saved.config().budget() : planned;
      return new Progress(counted, saved.step(), saved.seconds());
    }
  }

  private static String schedule(Optimisation optimisation, Progress done, Budget longer) {
    double before = optimisation.rate(done.budget().used(done.step(), done.seconds()));
    double now = optimisation.rate(longer.used(done.step(), done.seconds()));
    String rate =
        String.format(
            Locale.ROOT,
            "The learning rate at step %d goes from %.2e to %.2e, as in a run of %s from the start",
            done.step(),
            before,
            now,
            longer.words());
    return optimisation.decayStart() >= 1
        ? rate + ", and stays there."
        : String.format(
            Locale.ROOT,
            "%s: %.2e for its first %.0f %%, then straight to 0.",
            rate,
            optimisation.learningRate(),
            100 * optimisation.decayStart());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
