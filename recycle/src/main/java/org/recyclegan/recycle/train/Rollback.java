package org.recyclegan.recycle.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;

/**
 * What is done when training diverges: the step is thrown away, everything goes back to the last
 * checkpoint, and training goes on from there at a quarter of the rate, at most three times in a
 * run. How often it was is part of the next checkpoint, and the same steps diverge again in the
 * same way, so a run that is killed and resumed goes the same way as an undisturbed one.
 */
final class Rollback {

  static final int MOST = 3;

  /** Three rollbacks make it a 64th; less would repeat the divergence, more would stop learning. */
  private static final double FACTOR = 0.25;

  private final RunDirectory directory;
  private final PatientWriter writer;
  private final Listener listener;

  Rollback(RunDirectory directory, PatientWriter writer, Listener listener) {
    this.directory = directory;
    this.writer = writer;
    this.listener = listener;
  }

  /** Returns the factor on the learning rate after a number of rollbacks. */
  static double factor(int rollbacks) {
    return Math.pow(FACTOR, rollbacks);
  }

  /**
   * Takes a trainer back.
   *
   * @param rate that the schedule gave the step
   * @throws DivergenceException with advice, if that was done often enough
   * @throws IOException if the checkpoint cannot be read, or this not be recorded
   */
  void recover(Trainer trainer, DivergenceException divergence, double rate) throws IOException {
    Path good = directory.checkpoints().find("latest");
    int number = trainer.rollbacks() + 1;
    if (number > MOST) {
      throw divergence.with(advice(good, rate));
    }
    GoodCheckpoint.restore(directory, trainer, listener);
    trainer.setRollbacks(number);
    String message =
        String.format(
            Locale.ROOT,
            "%s Back to step %d, at %s of the learning rate (%d of %d).",
            divergence.getMessage(),
            trainer.stepsDone(),
            share(number),
            number,
            MOST);
    writer.write(() -> directory.stats().rewind(trainer.stepsDone()));
    Map<String, Object> record = record(divergence, factor(number));
    writer.write(() -> directory.stats().appendRollback(trainer.stepsDone(), number, record));
    writer.write(() -> directory.log(message));
    listener.message(message);
  }

  private static String share(int number) {
    return "1/" + Math.round(1 / factor(number));
  }

  private static Map<String, Object> record(DivergenceException divergence, double factor) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("divergedAtStep", divergence.step());
    record.put("reason", divergence.getMessage());
    record.put("rateFactor", factor);
    return record;
  }

  private static String advice(Path good, double rate) {
    return String.format(
        Locale.ROOT,
        "It was taken back %d times, to 1/%d of its rate, and diverged again. The last good state"
            + " is kept in %s. Begin another run with `learning-rate` below %.1e, another `seed`,"
            + " or smaller loss weights.",
        MOST,
        Math.round(1 / factor(MOST)),
        good,
        rate * factor(MOST));
  }
}
