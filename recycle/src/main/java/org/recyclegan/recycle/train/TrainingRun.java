package org.recyclegan.recycle.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Cadence;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.terms.Terms;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.run.StatsFile;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.system.ElapsedTime;

/**
 * A run from its first or next step to the end of its budget: steps, statistics, sample sheets and
 * checkpoints, all into the run's directory.
 */
public final class TrainingRun {

  /**
   * How a run ended.
   *
   * @param step steps done in all
   * @param seconds trained in all
   * @param finished false where it was asked to stop before its budget was used
   * @param losses means over the last steps
   * @param checkpoint the last one
   */
  public record Outcome(
      long step, double seconds, boolean finished, Map<String, Double> losses, Path checkpoint) {}

  /** The longest time to compute the last checkpoint's errors after a request to stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final List<Torch> engines;
  private final Torch torch;
  private final RunDirectory directory;
  private final TrainingConfig config;
  private final Provenance provenance;
  private final Listener listener;
  private LongSupplier nanoClock = System::nanoTime;
  private boolean waitsForDisk;

  /**
   * Prepares a run on one or several devices.
   *
   * @param engines one a device; the batches of a step are shared out among them
   * @param directory begun, or resumed; locked
   * @param config with a budget of steps or minutes
   * @param provenance saved with every checkpoint
   * @param listener told how it goes
   */
  public TrainingRun(
      List<Torch> engines,
      RunDirectory directory,
      TrainingConfig config,
      Provenance provenance,
      Listener listener) {
    this.engines = List.copyOf(engines);
    torch = engines.get(0);
    this.directory = directory;
    this.config = config;
    this.provenance = provenance;
    this.listener = listener;
  }

  /**
   * Decides what happens when something cannot be written, because the disk is full or for any
   * other reason: training waits, keeps everything in memory and tries again until it can or a stop
   * is asked for. Otherwise it ends with an exception.
   *
   * @param waits whether to wait
   */
  public void setWaitsForDisk(boolean waits) {
    waitsForDisk = waits;
  }

  /** Measures time by another clock. */
  void setClock(LongSupplier nanos) {
    nanoClock = nanos;
  }

  /**
   * Trains until the budget is used or a stop is asked for; the step at hand is finished and saved
   * either way. Goes on from the directory's last checkpoint if there is one.
   *
   * <p>Where there are held-out triplets, measures the errors on them with every checkpoint, writes
   * them to {@code stats.jsonl} and keeps the checkpoint with the least as {@code best}: by the
   * mean recycle error of both domains, or the mean cycle error where the method has no predictors.
   * Errors and sample sheets are of the averaged generators, where there are any: of what pictures
   * will be made with.
   *
   * @param training what is trained on
   * @param heldOut what is not, if there is any
   * @param stop asked after every step
   * @throws DivergenceException if it diverges again and again, in spite of lower learning rates
   * @throws IOException if something cannot be written
   */
  public Outcome run(
      TripletSources training, @Nullable TripletSources heldOut, BooleanSupplier stop)
      throws IOException {
    int side = config.data().size();
    try (Trainer trainer = new Trainer(engines, config, training.a(), training.b());
        SampleSheet samples =
            new SampleSheet(torch, trainer.averages().gan(), side, training.a(), training.b());
        @Nullable HeldOutErrors errors =
            heldOut == null ? null : heldOutErrors(trainer, heldOut, side)) {
      double earlier = restoreLatest(trainer);
      directory.stats().rewind(trainer.stepsDone());
      if (errors != null) {
        validateLatest(trainer.stepsDone(), errors, stop);
      }
      return loop(trainer, samples, errors, earlier, stop);
    }
  }

  private HeldOutErrors heldOutErrors(Trainer trainer, TripletSources heldOut, int side) {
    boolean temporal = Terms.of(config.weights()).temporal();
    RecycleGan shown = trainer.averages().gan();
    return new HeldOutErrors(torch, shown, temporal, side, heldOut.a(), heldOut.b());
  }

  private double restoreLatest(Trainer trainer) throws IOException {
    if (directory.checkpoints().newestFirst().isEmpty()) {
      directory.log("started: " + config.method() + ", seed " + config.seed());
      return 0;
    }
    GoodCheckpoint good = GoodCheckpoint.restore(directory, trainer, listener);
    directory.log("resumed from step " + good.step());
    listener.message("Going on from step " + good.step() + ".");
    return good.seconds();
  }

  private Outcome loop(
      Trainer trainer,
      SampleSheet samples,
      @Nullable HeldOutErrors heldOut,
      double earlier,
      BooleanSupplier stop)
      throws IOException {
    Cadence cadence = config.cadence();
    PatientWriter writer = writer(stop);
    Rollback rollback = new Rollback(directory, writer, listener);
    CollapseWatch collapse = samples.collapseWatch(trainer.gan());
    if (directory.checkpoints().steps().isEmpty()) {
      // What a divergence before the next one goes back to; and a disk too small shows at once.
      save(trainer, null, writer, earlier, stop);
    }
    Map<String, Double> latest = trainer.recentLosses().means();
    // What ended the run before may have come between a save and this.
    directory.checkpoints().keepLast(cadence.keepCheckpoints());
    ElapsedTime time = new ElapsedTime(nanoClock);
    double seconds = earlier;
    double used = config.budget().used(trainer.stepsDone(), seconds);
    // A run that was killed when all was done has nothing to save again.
    Path restored = directory.checkpoints().file(trainer.stepsDone());
    @Nullable Path saved = Files.exists(restored) ? restored : null;
    boolean ended = used >= 1 || stop.getAsBoolean();
    boolean concluded = false;
    while (!ended) {
      double rate = config.optimisation().rate(used);
      try {
        trainer.step(rate);
      } catch (DivergenceException e) {
        rollback.recover(trainer, e, rate);
        latest = trainer.recentLosses().means();
        seconds = earlier + time.seconds();
        used = config.budget().used(trainer.stepsDone(), seconds);
        ended = used >= 1 || stop.getAsBoolean();
        continue;
      }
      latest = trainer.recentLosses().means();
      long step = trainer.stepsDone();
      seconds = earlier + time.seconds();
      used = config.budget().used(step, seconds);
      listener.progress(
          new Progress(
              "step",
              step,
              Progress.UNKNOWN,
              Math.min(1, used),
              secondsLeft(used, seconds),
              byTerm(latest)));
      ended = used >= 1 || stop.getAsBoolean();
      if (step % cadence.logEvery() == 0) {
        Map<String, Object> line = statistics(trainer, seconds, rate, latest);
        writer.write(() -> directory.stats().append(line));
        trainer.recentLosses().reset();
      }
      if (step % cadence.sampleEvery() == 0) {
        writer.write(() -> samples.write(directory.sample(step)));
        warnOf(collapse, step, writer);
      }
      if (ended) {
        // Before the save: after a kill in between it would never be written.
        conclude(trainer, samples, writer, seconds, used);
        concluded = true;
      }
      saved =
          step % cadence.checkpointEvery() == 0 || ended
              ? save(trainer, heldOut, writer, seconds, stop)
              : null;
    }
    if (!concluded) {
      conclude(trainer, samples, writer, seconds, used);
    }
    Path checkpoint = saved == null ? save(trainer, heldOut, writer, seconds, stop) : saved;
    String end = (used < 1 ? "stopped" : "finished") + " at step " + trainer.stepsDone();
    writer.write(() -> directory.log(end));
    return new Outcome(trainer.stepsDone(), seconds, used >= 1, latest, checkpoint);
  }

  /** Writes the last step's losses, unless they are there already, and its sample sheet. */
  private void conclude(
      Trainer trainer, SampleSheet samples, PatientWriter writer, double seconds, double used)
      throws IOException {
    Map<String, Double> losses = trainer.recentLosses().means();
    if (!trainer.recentLosses().isEmpty() && !directory.stats().hasLosses(trainer.stepsDone())) {
      double rate = config.optimisation().rate(used);
      Map<String, Object> line = statistics(trainer, seconds, rate, losses);
      writer.write(() -> directory.stats().append(line));
    }
    writer.write(() -> samples.write(directory.sample(trainer.stepsDone())));
  }

  /** One figure a term, the sum over both directions: eight are too many for a line. */
  private static Map<String, Double> byTerm(Map<String, Double> losses) {
    Map<String, Double> terms = new LinkedHashMap<>();
    losses.forEach(
        (name, loss) -> terms.merge(name.substring(0, name.indexOf('_')), loss, Double::sum));
    return terms;
  }

  private static double secondsLeft(double used, double seconds) {
    return used >= 1 ? 0 : seconds / used * (1 - used);
  }

  private PatientWriter writer(BooleanSupplier stop) {
    return new PatientWriter(
        waitsForDisk, stop, listener::message, time -> Thread.sleep(time.toMillis()));
  }

  private void warnOf(CollapseWatch watch, long step, PatientWriter writer) throws IOException {
    Map<String, String> found = watch.find();
    @Nullable String warning = watch.warning(found, step);
    if (warning != null) {
      listener.warning(warning);
    }
    if (!found.isEmpty()) {
      writer.write(() -> directory.stats().appendCollapse(step, found));
    }
  }

  private static Map<String, Object> statistics(
      Trainer trainer, double seconds, double rate, Map<String, Double> losses) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", trainer.stepsDone());
    line.put("seconds", seconds);
    line.put("learningRate", rate * Rollback.factor(trainer.rollbacks()));
    line.put(StatsFile.LOSSES, losses);
    return line;
  }

  private Path save(
      Trainer trainer,
      @Nullable HeldOutErrors heldOut,
      PatientWriter writer,
      double seconds,
      BooleanSupplier stop)
      throws IOException {
    Path file = directory.checkpoints().file(trainer.stepsDone());
    writer.write(() -> TrainerState.save(file, trainer, config, provenance, seconds));
    if (heldOut != null) {
      writer.write(() -> validate(file, trainer.stepsDone(), heldOut, stop));
    }
    directory.checkpoints().keepLast(config.cadence().keepCheckpoints());
    writer.write(() -> directory.log("saved " + file.getFileName()));
    return file;
  }

  /** Measures what a process was killed before it could measure. */
  private void validateLatest(long step, HeldOutErrors heldOut, BooleanSupplier stop)
      throws IOException {
    if (step > 0 && !directory.stats().hasHeldOut(step)) {
      validate(directory.checkpoints().file(step), step, heldOut, stop);
    }
  }

  private void validate(Path checkpoint, long step, HeldOutErrors heldOut, BooleanSupplier stop)
      throws IOException {
    ElapsedTime time = new ElapsedTime(nanoClock);
    Optional<Map<String, Double>> measured =
        heldOut.measure(() -> stop.getAsBoolean() && time.nanos() > PATIENCE.toNanos());
    if (measured.isEmpty()) {
      listener.message("Stopped before the held-out error of step " + step + " was known.");
      return;
    }
    Map<String, Double> errors = measured.get();
    double score = heldOut.score(errors);
    boolean best = score < directory.stats().leastScore();
    if (best) {
      directory.checkpoints().keepAsBest(checkpoint);
    }
    directory.stats().appendHeldOut(step, errors, score);
    listener.message(
        String.format(
            Locale.ROOT,
            "Held-out error %.4f at step %d%s.",
            score,
            step,
            best ? ", the best" : ""));
  }
}
