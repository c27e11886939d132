package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.studies.measure.StateEstimators;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.DrawnStates;
import org.recyclegan.worlds.flowers.Flowers;
import org.recyclegan.worlds.model.Domain;
import org.recyclegan.worlds.model.World;

/**
 * The demonstration for those who cannot wait: a held-out daisy through the checkpoint that comes
 * with the program, measured against the truth.
 */
final class PretrainedDemo {

  /** The look is that of the training; the motion is held out, as is every test clip. */
  private static final DrawOptions CLIP =
      new DrawOptions(
          DemoFolder.CLIPS.seed(),
          /* clips= */ 0,
          DemoFolder.CLIPS.testClips(),
          DemoFolder.CLIPS.frames(),
          DemoFolder.CLIPS.size(),
          DemoFolder.CLIPS.rate());

  /** Side of the pictures that the state is read off: enough for it, and soon calibrated. */
  private static final int READ_SIZE = CLIP.size() / 2;

  private final Surroundings surroundings;
  private final DemoFolder folder;
  private final ComputeOptions compute;
  private final World world = new Flowers();

  PretrainedDemo(Surroundings surroundings, DemoFolder folder, ComputeOptions compute) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.compute = compute;
  }

  /**
   * Runs it.
   *
   * @return whether it was not interrupted
   */
  boolean run() throws IOException {
    surroundings.say("1 of 3: drawing a daisy, and the peony of the same motion as the truth");
    if (!folder.draw(CLIP)) {
      return false;
    }
    surroundings.say("2 of 3: letting the daisy bloom as a peony");
    Path checkpoint = PretrainedFlowers.copyTo(folder.file(""));
    Retargeting retargeting = new Retargeting(surroundings, compute, Precision.DEFAULT);
    if (!folder.show(retargeting, checkpoint)) {
      return false;
    }
    surroundings.say("3 of 3: measuring it against the truth");
    Optional<Map<String, Double>> numbers = measure();
    if (numbers.isEmpty()) {
      return false;
    }
    WholeFile.write(
        folder.file("numbers.json"), Json.text(numbers.get()).getBytes(StandardCharsets.UTF_8));
    folder.tell(more(checkpoint, numbers.get()));
    return true;
  }

  /** Returns the numbers of a study, and leaves a page with the videos in step. */
  private Optional<Map<String, Double>> measure() throws IOException {
    Examination examination =
        new Examination(
            surroundings,
            Direction.A2B,
            new ShrunkPictures(
                StateEstimators.calibrated(world, Domain.B, READ_SIZE, CLIP.seed()),
                CLIP.size(),
                READ_SIZE),
            world.stateColumns(),
            /* labels= */ false,
            List.of(heldOut()));
    Path report = folder.file("report");
    StoredEvaluation stored = new StoredEvaluation(report.resolve("scores.json"));
    Optional<Map<String, Double>> numbers =
        examination.examine(List.of(folder.retargeted()), List.of(stored));
    if (numbers.isEmpty()) {
      return numbers;
    }
    try {
      Evaluation evaluation = stored.read();
      new EvaluationReport(report)
          .write(
              surroundings,
              VideoReader::open,
              evaluation,
              folder.retargeted(),
              folder.source(),
              folder.truth());
      return numbers;
    } catch (CancellationException e) {
      return Optional.empty();
    }
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
          Progress.duration(Math.round(trained.seconds())),
          numbers.getOrDefault("correlation_bloom", 0.0),
          numbers.getOrDefault("lag_frames_bloom", 0.0),
          numbers.getOrDefault("psnr", 0.0),
          numbers.getOrDefault("ssim", 0.0));
    }
  }
}
