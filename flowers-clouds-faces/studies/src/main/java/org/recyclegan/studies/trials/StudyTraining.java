package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.measure.TrialScores.CurvePoint;

/**
 * Trains one method from one seed, in legs: after each leg the run is saved and measured, and
 * training continues unchanged, so that measuring costs none of the budget.
 */
final class StudyTraining {

  private static final int LEGS = 6;

  private static final String LATEST = "latest";

  /** Rounding must not keep a leg from ending. */
  private static final double ALMOST = 1e-9;

  private final Session session;
  private final StudyClips clips;
  private final List<Examination> examinations;
  private final TrainingConfig config;
  private final Path run;
  private final Path curveFile;

  /** Share of the budget, of the leg at hand. */
  private double used;

  /**
   * Prepares to train.
   *
   * @param trial the folder of this training
   */
  StudyTraining(
      Session session,
      StudyClips clips,
      List<Examination> examinations,
      TrainingConfig config,
      Path trial) {
    this.session = session;
    this.clips = clips;
    this.examinations = examinations;
    this.config = config;
    this.run = trial.resolve("run");
    this.curveFile = trial.resolve("curve.json");
  }

  /**
   * The measurement after a leg.
   *
   * @param used share of the budget, from 0 to 1 or a little more
   * @param point of the curve
   */
  private record Look(double used, CurvePoint point) {}

  /**
   * Completes the training.
   *
   * @return the measurements, the last one at the end
   * @throws CancellationException if it is stopped
   */
  List<CurvePoint> train() throws IOException {
    List<Look> looks = new ArrayList<>();
    if (Files.exists(curveFile)) {
      looks.addAll(List.of(Json.RESULTS.read(curveFile, Look[].class)));
    }
    double lookedAt = looks.isEmpty() ? 0 : looks.get(looks.size() - 1).used();
    while (lookedAt < 1) {
      double end = Math.min(1, (Math.floor(lookedAt * LEGS + ALMOST) + 1) / LEGS);
      // A leg that was trained and then killed is only looked at.
      if (usedOnDisk() < end - ALMOST) {
        advance(end);
      }
      Look look = look();
      lookedAt = look.used();
      looks.add(look);
      WholeFile.write(curveFile, Json.RESULTS.text(looks).getBytes(StandardCharsets.UTF_8));
    }
    return looks.stream().map(Look::point).toList();
  }

  /** Trains until a share of the budget is used. */
  private void advance(double end) throws IOException {
    Listener listener = session.listener();
    Session leg =
        session
            .withListener(
                new Listener() {
                  @Override
                  public void message(String text) {
                    listener.message(text);
                  }

                  @Override
                  public void warning(String text) {
                    listener.warning(text);
                  }

                  @Override
                  public void progress(Progress now) {
                    if (!Double.isNaN(now.share())) {
                      used = now.share();
                    }
                    listener.progress(now);
                  }
                })
            .withStop(() -> session.isStopped() || (end < 1 && used >= end - ALMOST));
    TrainingRun.Outcome outcome = new TrialRun(run, config).train(leg, clips.training());
    if (!outcome.finished() && used < end - ALMOST) {
      throw new CancellationException("stopped");
    }
  }

  private Look look() throws IOException {
    Path latest = CheckpointFolder.locate(run, LATEST);
    Map<String, Double> values = new LinkedHashMap<>();
    try (Torch torch = session.compute().open()) {
      for (Examination examination : examinations) {
        try (FrameTranslator translator =
            FrameTranslator.load(torch, latest, examination.direction())) {
          values.putAll(examination.glance(translator::translate));
        }
      }
    }
    try (Checkpoint checkpoint = Checkpoint.open(latest)) {
      CurvePoint point = new CurvePoint(checkpoint.step(), checkpoint.seconds(), values);
      return new Look(used(checkpoint), point);
    }
  }

  private double usedOnDisk() throws IOException {
    if (!RunDirectory.isRun(run) || RunDirectory.open(run).checkpoints().steps().isEmpty()) {
      return 0;
    }
    try (Checkpoint checkpoint = Checkpoint.open(CheckpointFolder.locate(run, LATEST))) {
      return used(checkpoint);
    }
  }

  private static double used(Checkpoint checkpoint) throws IOException {
    return checkpoint.config().budget().used(checkpoint.step(), checkpoint.seconds());
  }
}
