package org.recyclegan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.config.ConfigChange;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.train.DivergenceException;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a run. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Learn to translate between two kinds of video.",
    description = {
      "",
      "A and B are videos, folders of numbered pictures, or folders of joined triplets;",
      "nothing in them has to correspond. The run directory gets checkpoints, sample",
      "sheets, statistics and report.html, which shows how it goes. Ctrl-C finishes the step, saves and stops; --resume goes on.",
      ""
    })
final class TrainCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(names = "--a", paramLabel = "FILE", arity = "1..*", description = "Domain A's videos.")
  private List<Path> a = List.of();

  @Option(names = "--b", paramLabel = "FILE", arity = "1..*", description = "Domain B's videos.")
  private List<Path> b = List.of();

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "The run directory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Option(names = "--resume", description = "Go on with the run in --out, as it was begun.")
  private boolean resume;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  @Option(
      names = "--wait-for-disk",
      description = "Where the disk is full, wait for room instead of giving up.")
  private boolean waitForDisk;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private MethodOptions method;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ConfigOptions options;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (InputReader reader = reading.reader()) {
      return run(new Training(surroundings, compute, reader, moment -> {}));
    }
  }

  private int run(Training training) throws IOException {
    training.setWaitsForDisk(waitForDisk);
    TrainingRun.Outcome outcome;
    try {
      outcome = resume ? resume(training) : begin(training);
    } catch (CancellationException e) {
      surroundings.say(
          "stopped while decoding. To go on: recycle train --out " + out + " --resume");
      return ExitCode.INTERRUPTED;
    } catch (InputException | DivergenceException e) {
      throw e;
    } catch (IOException | UncheckedIOException e) {
      if (RunDirectory.isRun(out)) {
        surroundings.say(
            "training failed; what was saved is whole. Once the cause is gone, go on"
                + " with: recycle train --out "
                + out
                + " --resume");
      }
      throw e;
    }
    Training.report(surroundings, out, outcome);
    return outcome.finished() ? ExitCode.OK : ExitCode.INTERRUPTED;
  }

  private TrainingRun.Outcome begin(Training training) throws IOException {
    if (a.isEmpty() || b.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Both --a and --b are needed: each at least one video file or folder of pictures");
    }
    Precision automatic = compute.fastest();
    TrainingConfig config = checked(() -> method.appliedTo(options.fresh(automatic)));
    return training.begin(out, config, TrainingInputs.of(a, b));
  }

  private TrainingRun.Outcome resume(Training training) throws IOException {
    try (RunDirectory directory = RunDirectory.resume(out)) {
      TrainingConfig saved = directory.config();
      TrainingConfig wanted = checked(() -> method.appliedTo(options.appliedTo(saved)));
      for (ConfigChange change : ConfigChange.between(saved, wanted)) {
        refuseChange(change.name(), change.before(), change.now());
      }
      Provenance provenance = directory.provenance();
      refuseOtherInputs("--a", provenance.inputsA(), a);
      refuseOtherInputs("--b", provenance.inputsB(), b);
      return training.resume(directory, saved);
    }
  }

  private void refuseOtherInputs(String option, Map<String, String> begun, List<Path> given)
      throws IOException {
    if (!given.isEmpty()) {
      Map<String, String> now = Provenance.hashes(given);
      if (!List.copyOf(now.values()).equals(List.copyOf(begun.values()))) {
        refuseChange(
            option, "the contents of " + begun.keySet(), "other contents in " + now.keySet());
      }
    }
  }

  private void refuseChange(String what, String saved, String wanted) throws InputException {
    if (!saved.equals(wanted)) {
      throw new InputException(
          "Resuming " + out + " with " + what + " changed",
          saved,
          wanted,
          "Leave the changed options away to go on as the run was begun, or begin another --out.");
    }
  }

  /** Configuration to be made, whose constraints speak in the person's terms. */
  private interface Config {
    TrainingConfig get();
  }

  private TrainingConfig checked(Config config) {
    try {
      return config.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
