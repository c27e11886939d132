package org.recyclegan.recycle;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.run.TrainingInputs;
import org.recyclegan.recycle.train.HeapNeed;
import org.recyclegan.recycle.train.MemoryEstimate;
import org.recyclegan.recycle.train.TrainingData;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.recycle.train.TripletSources;
import org.recyclegan.service.Progress;
import org.recyclegan.system.AvailableMemory;
import org.recyclegan.video.InputException;

/**
 * Trains a run from its videos, or goes on with one. The listener is told of every step; a training
 * that is stopped has saved what it has learnt, and its outcome says that it has not finished.
 */
public final class Training {

  /** Warn when one domain has this many times the other's triplets. */
  private static final int UNEVEN = 20;

  private final Session session;
  private final boolean waitsForDisk;

  /**
   * Prepares to train.
   *
   * @param session devices, listener and stop condition
   * @param waitsForDisk whether training waits for room on a full disk instead of giving up
   */
  private Training(Session session, boolean waitsForDisk) {
    this.session = session;
    this.waitsForDisk = waitsForDisk;
  }

  /**
   * Trains a run to its end, whether it was begun before or not. One that was begun keeps its own
   * configuration.
   *
   * @param session devices, listener and stop condition
   * @param request the training
   * @throws InputException if an input, the folder or the device is unusable, or memory too small
   * @throws CancellationException if it is stopped while videos are decoded
   */
  public static TrainingRun.Outcome run(Session session, TrainingRequest request)
      throws IOException {
    if (!RunDirectory.isRun(request.run())) {
      return begin(session, request);
    }
    try (RunDirectory directory = RunDirectory.resume(request.run())) {
      return resume(session, directory, directory.config(), request.waitsForDisk());
    }
  }

  /**
   * Begins a run and trains it.
   *
   * @param session devices, listener and stop condition
   * @param request the training
   * @throws InputException if an input, the folder or the device is unusable, or memory too small
   * @throws CancellationException if it is stopped while videos are decoded
   */
  public static TrainingRun.Outcome begin(Session session, TrainingRequest request)
      throws IOException {
    return new Training(session, request.waitsForDisk()).begin(request);
  }

  /**
   * Goes on with a run.
   *
   * @param session devices, listener and stop condition
   * @param directory of the run, locked
   * @param config the run's own, or with a larger budget
   * @param waitsForDisk whether training waits for room on a full disk instead of giving up
   * @throws InputException if the run's videos are needed again and have changed, or memory is too
   *     small
   * @throws CancellationException if it is stopped while videos are decoded
   */
  public static TrainingRun.Outcome resume(
      Session session, RunDirectory directory, TrainingConfig config, boolean waitsForDisk)
      throws IOException {
    return new Training(session, waitsForDisk).resume(directory, config);
  }

  private TrainingRun.Outcome begin(TrainingRequest request) throws IOException {
    for (String input : request.inputs().onBothSides()) {
      session
          .listener()
          .warning(
              input
                  + " is given as A and, under this or another name, as B: between a video and"
                  + " itself there is nothing to learn; is one of the two the wrong file?");
    }
    TrainingConfig config = request.config();
    try (Compute.Engines engines = session.compute().openAll(config.optimisation())) {
      Provenance provenance =
          Provenance.collect(
              session.program(),
              engines.first().describe(config.optimisation().precision()),
              config.seed(),
              request.inputs().a(),
              request.inputs().b());
      try (RunDirectory directory = RunDirectory.create(request.run())) {
        directory.begin(config, provenance);
        try {
          checkMemory(engines, directory, config);
          return decodeAndTrain(engines, directory, config, provenance);
        } catch (InputException e) {
          // A run whose videos are unusable cannot be resumed: free its name again.
          if (directory.checkpoints().steps().isEmpty()) {
            directory.discard();
          }
          throw e;
        }
      }
    }
  }

  private TrainingRun.Outcome resume(RunDirectory directory, TrainingConfig config)
      throws IOException {
    try (Compute.Engines engines = session.compute().openAll(config.optimisation())) {
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

  /** Other videos under the old names would silently make this another training. */
  private static void requireUnchanged(Map<String, String> begun) throws IOException {
    Map<String, String> now = Provenance.hashes(TrainingInputs.paths(begun));
    if (!now.equals(begun)) {
      throw new InputException(
          "The videos of this run have to be decoded again, and have changed",
          begun.toString(),
          now.toString(),
          "Put the old ones back, or begin another `out`.");
    }
  }

  private TrainingRun.Outcome decodeAndTrain(
      Compute.Engines engines, RunDirectory directory, TrainingConfig config, Provenance provenance)
      throws IOException {
    try (TrainingData data = decode(directory, config, provenance)) {
      data.notes().forEach(session.listener()::message);
      warnOfUnevenLengths(data.training().a().count(), data.training().b().count());
      return train(engines, directory, config, provenance, data);
    }
  }

  private void warnOfUnevenLengths(int a, int b) {
    if (Math.max(a, b) / UNEVEN >= Math.min(a, b)) {
      session
          .listener()
          .warning(
              "A has "
                  + a
                  + " triplets of frames and B "
                  + b
                  + ": the shorter side is repeated often and may be memorised; use more video of"
                  + " it.");
    }
  }

  private TrainingData decode(RunDirectory directory, TrainingConfig config, Provenance provenance)
      throws IOException {
    return TrainingData.prepare(
        directory,
        config.data(),
        TrainingInputs.paths(provenance.inputsA()),
        TrainingInputs.paths(provenance.inputsB()),
        session.reader(),
        (input, done, expected) -> {
          session.requireGoingOn();
          session
              .listener()
              .progress(
                  Progress.of(
                      "decoding " + input.getFileName() + ", frame",
                      done,
                      expected.orElse(Progress.UNKNOWN)));
        });
  }

  private TrainingRun.Outcome train(
      Compute.Engines engines,
      RunDirectory directory,
      TrainingConfig config,
      Provenance provenance,
      TrainingData data)
      throws IOException {
    TripletSources training = data.training();
    TrainingConfig resolved = config.resolved(training.a().count(), training.b().count());
    TrainingRun run =
        new TrainingRun(engines.all(), directory, resolved, provenance, session.listener());
    run.setWaitsForDisk(waitsForDisk);
    return run.run(training, data.heldOut(), session.stop());
  }

  /** Before any work is done. Of memory for tensors, only the processor's can be asked for. */
  private void checkMemory(Compute.Engines engines, RunDirectory directory, TrainingConfig config)
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
    session.listener().message("this training needs " + found + ".");
    estimate.requireAtMost(available);
  }
}
