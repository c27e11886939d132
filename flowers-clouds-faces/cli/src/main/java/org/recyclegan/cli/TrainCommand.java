package org.recyclegan.cli;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.ConfigOptions;
import org.recyclegan.cli.options.MethodOptions;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.cli.options.RunOperand;
import org.recyclegan.cli.options.TrainingRegions;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.Training;
import org.recyclegan.recycle.TrainingRequest;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.ConfigChange;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.run.TrainingInputs;
import org.recyclegan.recycle.train.DivergenceException;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.report.LiveReport;
import org.recyclegan.studies.trials.ContentGuess;
import org.recyclegan.video.InputException;
import org.recyclegan.video.isolation.InputReader;
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
      "they need not correspond. clip.mp4#0:10-0:20 is a part of clip.mp4.",
      "The run directory gets checkpoints, sample sheets, statistics and report.html, which",
      "shows the progress. Ctrl-C finishes the step, saves and stops; --resume continues.",
      ""
    })
final class TrainCommand implements Callable<Integer> {

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(names = "--a", paramLabel = "FILE", arity = "1..*", description = "Domain A's videos.")
  private List<Path> a = List.of();

  @Option(names = "--b", paramLabel = "FILE", arity = "1..*", description = "Domain B's videos.")
  private List<Path> b = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private TrainingRegions regions;

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "The run directory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ResumeOptions resuming;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  @Option(
      names = "--wait-for-disk",
      description = "If the disk is full, wait for space instead of failing.")
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

  TrainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    try (InputReader reader = reading.reader();
        ProgressLine progress = ProgressLine.start(invocation)) {
      return run(invocation.session(compute.compute(), reader, progress));
    }
  }

  private int run(Session session) throws IOException {
    LiveReport report = new LiveReport(out, session.listener());
    TrainingRun.Outcome outcome;
    try {
      Session reported = session.withListener(report);
      outcome = resuming.resume() ? resume(reported) : begin(reported);
      report.finish();
    } catch (CancellationException e) {
      session
          .listener()
          .message("stopped while decoding. To go on: recycle train --out " + out + " --resume");
      return ExitCode.INTERRUPTED;
    } catch (InputException | DivergenceException e) {
      throw e;
    } catch (IOException | UncheckedIOException e) {
      if (RunDirectory.isRun(out)) {
        session
            .listener()
            .message(
                "training failed; what was saved is whole. Once the cause is gone, go on with:"
                    + " recycle train --out "
                    + out
                    + " --resume");
      }
      throw e;
    }
    report(session.listener(), outcome);
    return outcome.finished() ? ExitCode.OK : ExitCode.INTERRUPTED;
  }

  /** Prints how it ended, and how to go on. */
  private void report(Listener listener, TrainingRun.Outcome outcome) {
    StringJoiner losses = new StringJoiner(", ");
    outcome
        .losses()
        .forEach((name, loss) -> losses.add(String.format(Locale.ROOT, "%s %.3f", name, loss)));
    invocation
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %s at step %d after %s%s",
                out,
                outcome.finished() ? "finished" : "stopped",
                outcome.step(),
                Progress.duration(outcome.seconds()),
                outcome.losses().isEmpty() ? "" : "; " + losses));
    listener.message("saved " + outcome.checkpoint().getFileName() + ".");
    if (!outcome.finished()) {
      listener.message("to go on: recycle train --out " + out + " --resume");
    }
  }

  private TrainingRun.Outcome begin(Session session) throws IOException {
    if (a.isEmpty() || b.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Both --a and --b are needed: each at least one video file or folder of pictures");
    }
    for (Path input : Iterables.concat(a, b)) {
      RunOperand.requireNone(input);
    }
    Precision automatic = session.compute().fastest();
    TrainingConfig config = checked(() -> method.appliedTo(options.fresh(automatic)));
    return Training.begin(
        session,
        new TrainingRequest(
            TrainingInputs.of(regions.a(a), regions.b(b)),
            out,
            ContentGuess.appliedTo(config, a, b),
            waitForDisk));
  }

  private TrainingRun.Outcome resume(Session session) throws IOException {
    try (RunDirectory directory = RunDirectory.resume(out)) {
      TrainingConfig saved = directory.config();
      TrainingConfig wanted = checked(() -> method.appliedTo(options.given(saved)));
      for (ConfigChange change : ConfigChange.between(saved, wanted)) {
        refuseChange(change.name(), change.before(), change.now());
      }
      Provenance provenance = directory.provenance();
      refuseOtherPreset(provenance);
      refuseOtherInputs("--a", provenance.inputsA(), regions.a(a));
      refuseOtherInputs("--b", provenance.inputsB(), regions.b(b));
      Optional<Budget> budget = checked(options::budget);
      TrainingConfig extended = resuming.extended(invocation, directory, budget);
      return Training.resume(session, directory, extended, waitForDisk);
    }
  }

  /**
   * What a preset decides is saved value by value, and other options may have changed any of them:
   * only the command that began the run knows the preset itself.
   */
  private void refuseOtherPreset(Provenance provenance) throws InputException {
    Optional<Preset> wanted = options.preset();
    if (wanted.isPresent()) {
      Preset begun = ConfigOptions.orQuick(presetOf(provenance.commandLine()));
      refuseChange(ConfigOptions.PRESET, begun.toString(), wanted.get().toString());
    }
  }

  private static @Nullable Preset presetOf(List<String> command) {
    for (int i = 0; i < command.size(); i++) {
      String argument = command.get(i);
      String name = null;
      if (argument.startsWith(ConfigOptions.PRESET + "=")) {
        name = argument.substring(ConfigOptions.PRESET.length() + 1);
      } else if (argument.equals(ConfigOptions.PRESET) && i + 1 < command.size()) {
        name = command.get(i + 1);
      }
      if (name != null) {
        return new NamedConverter.Presets().convert(name);
      }
    }
    return null;
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
          "Omit the changed options to continue with the settings of the run, or choose another"
              + " --out.");
    }
  }

  /** Returns what options make, whose constraints speak in the user's terms. */
  private <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
