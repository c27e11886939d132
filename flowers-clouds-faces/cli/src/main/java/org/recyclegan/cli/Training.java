package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.train.HeapNeed;
import org.recyclegan.recycle.train.MemoryEstimate;
import org.recyclegan.recycle.train.TrainListener;
import org.recyclegan.recycle.train.TrainingData;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.recycle.train.TripletSource;
import org.recyclegan.system.AvailableMemory;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.InputException;
import org.recyclegan.video.decode.VideoReader;

/** Trains a run from its videos, or goes on with one, telling the person how it goes. */
final class Training {

  /** So many times longer than the other side, and it makes itself felt. */
  private static final int UNEVEN = 20;

  private final Surroundings surroundings;
  private final ComputeOptions compute;
  private final FrameOpener opener;
  private final Consumer<TrainListener.Moment> observer;
  private boolean waitsForDisk;

  Training(Surroundings surroundings, ComputeOptions compute) {
    this(surroundings, compute, moment -> {});
  }

  /**
   * Prepares to train.
   *
   * @param observer told after every step where training is
   */
  Training(
      Surroundings surroundings, ComputeOptions compute, Consumer<TrainListener.Moment> observer) {
    this(surroundings, compute, VideoReader::open, observer);
  }

  /** Prepares to train on what an opener opens. */
  Training(
      Surroundings surroundings,
      ComputeOptions compute,
      FrameOpener opener,
      Consumer<TrainListener.Moment> observer) {
    this.surroundings = surroundings;
    this.compute = compute;
    this.opener = opener;
    this.observer = observer;
  }

  /** Decides whether training waits for room where something cannot be written. */
  void setWaitsForDisk(boolean waits) {
    waitsForDisk = waits;
  }

  /**
   * Begins a run and trains it.
   *
   * @throws InputException if an input, the folder or the device is of no use, or memory too small
   * @throws CancellationException if the person interrupts decoding
   */
  TrainingRun.Outcome begin(Path out, TrainingConfig wanted, TrainingInputs inputs)
      throws IOException {
    TrainingConfig config =
        ContentGuess.appliedTo(
            wanted, TrainingInputs.paths(inputs.a()), TrainingInputs.paths(inputs.b()));
    try (ComputeOptions.Engines engines = compute.openAll(config.optimisation())) {
      Provenance provenance =
          Provenance.collect(
              surroundings.program(),
              engines.first().describe(config.optimisation().precision()),
              config.seed(),
              inputs.a(),
              inputs.b());
      try (RunDirectory directory = RunDirectory.create(out)) {
        directory.begin(config, provenance);
        try {
          checkMemory(engines, directory, config);
          return decodeAndTrain(engines, directory, config, provenance);
        } catch (InputException e) {
          // A run whose videos are of no use cannot be resumed: its name shall be free again.
          if (directory.checkpoints().steps().isEmpty()) {
            directory.discard();
          }
          throw e;
        }
      }
    }
  }

  /**
   * Trains a run to its end, whether it was begun before or not.
   *
   * @param wanted of a new run; one that was begun has its own
   * @throws InputException as both other methods do
   * @throws CancellationException if the person interrupts decoding
   */
  TrainingRun.Outcome beginOrResume(Path run, TrainingConfig wanted, TrainingInputs inputs)
      throws IOException {
    if (!RunDirectory.isRun(run)) {
      return begin(run, wanted, inputs);
    }
    try (RunDirectory directory = RunDirectory.resume(run)) {
      return resume(directory, directory.config());
    }
  }

  /**
   * Goes on with a run.
   *
   * @throws InputException if there is no run, or another training in it, or memory is too small
   * @throws CancellationException if the person interrupts decoding
   */
  TrainingRun.Outcome resume(RunDirectory directory, TrainingConfig config) throws IOException {
    try (ComputeOptions.Engines engines = compute.openAll(config.optimisation())) {
      checkMemory(engines, directory, config);
      Provenance provenance = directory.provenance();
      try (TrainingData data = TrainingData.reopen(directory, config.data())) {
        if (data != null) {
          return train(engines, directory, config, provenance, data);
        }
      }
      requireUnchanged(provenance.inputsA());
      requireUnchanged(provenance.inputsB());
      return decodeAndTrain(engines, directory, config, provenance);
    }
  }

  /** Other videos under the old names would make another training of this one, and silently. */
  private static void requireUnchanged(Map<String, String> begun) throws IOException {
    Map<String, String> now = Provenance.hashes(TrainingInputs.paths(begun));
    if (!now.equals(begun)) {
      throw new InputException(
          "The videos of this run have to be decoded again, and have changed",
          begun.toString(),
          now.toString(),
          "Put the old ones back, or begin another --out.");
    }
  }

  private TrainingRun.Outcome decodeAndTrain(
      ComputeOptions.Engines engines,
      RunDirectory directory,
      TrainingConfig config,
      Provenance provenance)
      throws IOException {
    try (TrainingData data = decode(directory, config, provenance)) {
      data.notes().forEach(surroundings::say);
      noteUnevenLengths(data.a().count(), data.b().count());
      return train(engines, directory, config, provenance, data);
    }
  }

  private void noteUnevenLengths(int a, int b) {
    if (Math.max(a, b) / UNEVEN >= Math.min(a, b)) {
      surroundings.warn(
          "A has "
              + a
              + " triplets of frames and B "
              + b
              + ": those of the shorter side are seen again and again and learnt by heart; more"
              + " of its video would help.");
    }
  }

  private TrainingData decode(RunDirectory directory, TrainingConfig config, Provenance provenance)
      throws IOException {
    try (Progress progress = Progress.start(surroundings, "frame", Progress.UNKNOWN)) {
      return TrainingData.prepare(
          directory,
          config.data(),
          TrainingInputs.paths(provenance.inputsA()),
          TrainingInputs.paths(provenance.inputsB()),
          opener,
          (input, done, expected) ->
              progress.update(false, () -> "decoding " + input.getFileName() + ", frame " + done));
    }
  }

  private TrainingRun.Outcome train(
      ComputeOptions.Engines engines,
      RunDirectory directory,
      TrainingConfig config,
      Provenance provenance,
      TrainingData data)
      throws IOException {
    TrainingConfig resolved = config.resolved(data.a().count(), data.b().count());
    try (Progress progress = Progress.start(surroundings, "step", Progress.UNKNOWN)) {
      LiveReport report = new LiveReport(directory.folder(), resolved, provenance);
      TrainingRun run =
          new TrainingRun(
              engines.all(), directory, resolved, provenance, listener(progress, report));
      run.setWaitsForDisk(waitsForDisk);
      @Nullable TripletSource heldOutA = data.heldOutA();
      @Nullable TripletSource heldOutB = data.heldOutB();
      TrainingRun.Outcome outcome =
          heldOutA == null || heldOutB == null
              ? run.run(data.a(), data.b(), surroundings.stop())
              : run.run(data.a(), data.b(), heldOutA, heldOutB, surroundings.stop());
      report.write(/* running= */ false, progress::message);
      return outcome;
    }
  }

  /** Before any work is done. Of memory for tensors, only the processor's can be asked for. */
  private void checkMemory(
      ComputeOptions.Engines engines, RunDirectory directory, TrainingConfig config)
      throws IOException {
    HeapNeed.require(config, Runtime.getRuntime().maxMemory());
    if (engines.first().manager().getDevice().isGpu()) {
      return;
    }
    MemoryEstimate estimate = MemoryEstimate.of(config);
    long available = AvailableMemory.bytes();
    String found =
        "about "
            + MemoryEstimate.readable(estimate.total())
            + " of memory at most, "
            + MemoryEstimate.readable(available)
            + " free";
    directory.log(
        "needs " + found + ": " + estimate + "; " + engines.first().threads() + " threads");
    surroundings.say("this training needs " + found + ".");
    estimate.requireAtMost(available);
  }

  private TrainListener listener(Progress progress, LiveReport report) {
    return new TrainListener() {
      @Override
      public void reached(Moment at) {
        observer.accept(at);
        progress.update(at.used() >= 1, () -> line(at));
        report.refresh(progress::message);
      }

      @Override
      public void message(String text) {
        progress.message(text);
      }
    };
  }

  private static String line(TrainListener.Moment at) {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(
        String.format(Locale.ROOT, "step %d (%.0f %%)", at.step(), Math.floor(100 * at.used())));
    byTerm(at.losses())
        .forEach((term, loss) -> parts.add(String.format(Locale.ROOT, "%s %.3f", term, loss)));
    parts.add(Progress.duration(Math.round(at.secondsLeft())) + " left");
    return parts.toString();
  }

  /** One figure a term, the sum over both directions: eight are too many for a line. */
  private static Map<String, Double> byTerm(Map<String, Double> losses) {
    Map<String, Double> terms = new LinkedHashMap<>();
    losses.forEach(
        (name, loss) -> terms.merge(name.substring(0, name.indexOf('_')), loss, Double::sum));
    return terms;
  }

  /** Tells the person how it ended, and how to go on. */
  static void report(Surroundings surroundings, Path run, TrainingRun.Outcome outcome) {
    StringJoiner losses = new StringJoiner(", ");
    outcome
        .losses()
        .forEach((name, loss) -> losses.add(String.format(Locale.ROOT, "%s %.3f", name, loss)));
    surroundings
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %s at step %d after %s%s",
                run,
                outcome.finished() ? "finished" : "stopped",
                outcome.step(),
                Progress.duration(Math.round(outcome.seconds())),
                outcome.losses().isEmpty() ? "" : "; " + losses));
    @Nullable Path file = outcome.checkpoint().getFileName();
    surroundings.say("saved " + file + ".");
    if (!outcome.finished()) {
      surroundings.say("to go on: recycle train --out " + run + " --resume");
    }
  }
}
