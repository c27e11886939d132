package org.recyclegan.studies.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishOptions;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.measure.ShrunkPictures;
import org.recyclegan.studies.measure.StateEstimators;
import org.recyclegan.studies.report.EvaluationReport;
import org.recyclegan.studies.trials.Examination;
import org.recyclegan.studies.trials.StoredEvaluation;
import org.recyclegan.studies.trials.StudyClips;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.DrawnStates;
import org.recyclegan.worlds.flowers.Flowers;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.World;

/**
 * The demonstration without training: a held-out daisy through the checkpoint that comes with the
 * program, measured against the truth.
 */
public final class PretrainedDemo {

  /**
   * The look is that of the training; the motion is held out, as is every test clip. The peony's
   * training clips are where its frames come from.
   */
  private static final DrawOptions CLIP =
      new DrawOptions(
          DemoFolder.CLIPS.seed(),
          /* clips= */ 2,
          DemoFolder.CLIPS.testClips(),
          DemoFolder.CLIPS.frames(),
          DemoFolder.CLIPS.size(),
          DemoFolder.CLIPS.rate());

  /** Side of the pictures that the state is read off: enough for it, and soon calibrated. */
  private static final int READ_SIZE = 64;

  private final Session session;
  private final DemoFolder folder;
  private final World world = new Flowers();

  /**
   * Prepares to show.
   *
   * @param session devices, listener and stop condition
   * @param folder folder for all results
   */
  public PretrainedDemo(Session session, DemoFolder folder) {
    this.session = session;
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @return what to look at
   * @throws CancellationException if it is stopped
   */
  public String run() throws IOException {
    session
        .listener()
        .message("1 of 3: drawing a daisy, and the peony of the same motion as the truth");
    folder.draw(CLIP);
    session.listener().message("2 of 3: letting the daisy bloom as a peony");
    Path checkpoint = PretrainedFlowers.copyTo(folder.file(""));
    FinishOptions real =
        FinishOptions.DEFAULTS
            .withKind(FinishKind.REAL)
            .withFramesFrom(folder.trainingClips("b", CLIP.clips()));
    folder.show(checkpoint, null, real);
    session.listener().message("3 of 3: measuring it against the truth");
    Map<String, Double> numbers = measure();
    WholeFile.write(
        folder.file("numbers.json"), Json.RESULTS.text(numbers).getBytes(StandardCharsets.UTF_8));
    return folder.tell(more(checkpoint, numbers));
  }

  /** Returns the numbers of a study, and leaves a page with the videos in step. */
  private Map<String, Double> measure() throws IOException {
    Examination examination =
        new Examination(
            session,
            Direction.A2B,
            new ShrunkPictures(
                StateEstimators.calibrated(world, Side.B, READ_SIZE, CLIP.seed()),
                CLIP.size(),
                READ_SIZE),
            world.stateColumns(),
            /* labels= */ false,
            List.of(heldOut()));
    Path report = folder.file("report");
    StoredEvaluation stored = new StoredEvaluation(report.resolve("scores.json"));
    Map<String, Double> numbers =
        examination.examine(List.of(folder.retargeted()), List.of(stored));
    new EvaluationReport(report)
        .write(session, stored.read(), folder.retargeted(), folder.source(), folder.truth());
    return numbers;
  }

  private StudyClips.HeldOutClip heldOut() throws IOException {
    double[][] states = DrawnStates.read(folder.clips()).get("test-a-000");
    return new StudyClips.HeldOutClip(
        folder.source(), folder.truth(), Objects.requireNonNull(states));
  }

  private static String more(Path checkpoint, Map<String, Double> numbers) throws IOException {
    try (Checkpoint trained = Checkpoint.open(checkpoint)) {
      return String.format(
          Locale.ROOT,
          """
          report/report.html  The three videos in step, and how far they are apart.
          numbers.json        What was measured.
          flowers.safetensors The generators, as they came with the program, for retargeting
                              drawn flowers with: %d training steps in %s; flowers.txt
                              says how it was made.

          The bloom read off the retargeted peony follows the true bloom with r = %.3f, late by
          %.0f frames; PSNR %.1f dB, SSIM %.3f.

          To train it here and now:
            recycle demo
          With videos of your own:
            recycle train --a daisy.mp4 --b dandelion.mp4 --out runs/bloom
            recycle retarget runs/bloom daisy.mp4 -o dandelion-in-sync.mp4
          """,
          trained.step(),
          Progress.duration(trained.seconds()),
          numbers.getOrDefault("correlation_bloom", 0.0),
          numbers.getOrDefault("lag_frames_bloom", 0.0),
          numbers.getOrDefault("psnr", 0.0),
          numbers.getOrDefault("ssim", 0.0));
    }
  }
}
