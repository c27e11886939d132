package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.recyclegan.recycle.Budget;
import org.recyclegan.recycle.Direction;
import org.recyclegan.recycle.Preset;
import org.recyclegan.recycle.RetargetOptions;
import org.recyclegan.recycle.TrainingConfig;
import org.recyclegan.recycle.TrainingRun;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.studies.ClipWriter;
import org.recyclegan.studies.DrawOptions;
import org.recyclegan.studies.Flowers;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.WholeFile;

/** The demonstration: the same steps that a person takes with videos of their own. */
final class Demo {

  /** With drawing and retargeting within six minutes on two cores. */
  static final double DEFAULT_MINUTES = 4.5;

  private static final DrawOptions CLIPS =
      new DrawOptions(
          /* seed= */ 1,
          /* clips= */ 4,
          /* testClips= */ 1,
          /* frames= */ 150,
          /* size= */ 128,
          FrameRate.of(25));

  private final Surroundings surroundings;
  private final Path out;
  private final double minutes;
  private final ComputeOptions compute;
  private static final Precision PRECISION = Precision.DEFAULT;

  Demo(Surroundings surroundings, Path out, double minutes, ComputeOptions compute) {
    this.compute = compute;
    this.surroundings = surroundings;
    this.out = out;
    this.minutes = minutes;
  }

  /**
   * Runs it.
   *
   * @return whether it was not interrupted
   * @throws InputException if the directory has something in it
   */
  boolean run() throws IOException {
    refuseContent();
    Path clips = out.resolve("clips");
    surroundings.say("1 of 3: drawing a daisy (A) and a peony (B) to " + clips);
    draw(clips);
    if (surroundings.stop().getAsBoolean()) {
      return false;
    }
    surroundings.say(
        String.format(
            Locale.ROOT,
            "2 of 3: training a Recycle-GAN on them for %.1f minutes in %s",
            minutes,
            out.resolve("run")));
    TrainingRun.Outcome outcome;
    try {
      outcome = train(clips);
    } catch (CancellationException e) {
      return false;
    }
    if (!outcome.finished()) {
      Training.report(surroundings, out.resolve("run"), outcome);
      return false;
    }
    surroundings.say("3 of 3: letting a held-out daisy bloom as a peony");
    return retarget(clips, outcome);
  }

  private void refuseContent() throws IOException {
    if (Files.isDirectory(out)) {
      try (Stream<Path> content = Files.list(out)) {
        if (content.findAny().isPresent()) {
          throw new InputException(
              "The directory " + out,
              "a new or empty one",
              "files in it",
              "Remove it if it is an earlier demo, or give another --out.");
        }
      }
    }
    Files.createDirectories(out);
  }

  private void draw(Path clips) throws IOException {
    ClipWriter writer = new ClipWriter(new Flowers(), CLIPS, surroundings.sinks().apply(false));
    try (Progress progress = Progress.start(surroundings, "frame", CLIPS.totalFrames())) {
      writer.write(clips, false, surroundings.stop(), drawn -> progress.step(drawn, Map.of()));
    }
  }

  private TrainingRun.Outcome train(Path clips) throws IOException {
    TrainingConfig config =
        Preset.QUICK.config().withBudget(Budget.minutes(minutes)).withPrecision(PRECISION);
    return new Training(surroundings, compute)
        .begin(out.resolve("run"), config, clips(clips, "a"), clips(clips, "b"));
  }

  private static List<Path> clips(Path folder, String domain) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < CLIPS.clips(); i++) {
      files.add(folder.resolve(String.format(Locale.ROOT, "%s-%03d.mp4", domain, i)));
    }
    return files;
  }

  private boolean retarget(Path clips, TrainingRun.Outcome outcome) throws IOException {
    Path source = clips.resolve("test-a-000.mp4");
    Path result = out.resolve("retargeted.mp4");
    Path both = out.resolve("side-by-side.mp4");
    Path sheet = out.resolve("contact-sheet.png");
    Retargeting retargeting = new Retargeting(surroundings, compute, PRECISION);
    RetargetOptions alone = RetargetOptions.DEFAULTS;
    RetargetOptions beside = new RetargetOptions(OptionalInt.empty(), OptionalInt.empty(), true);
    Path checkpoint = outcome.checkpoint();
    if (!retargeting.run(checkpoint, Direction.A2B, alone, source, result, false)
        || !retargeting.run(checkpoint, Direction.A2B, beside, source, both, false)) {
      return false;
    }
    ContactSheet.write(
        sheet, List.of(source, result, clips.resolve("test-b-000.mp4")), CLIPS.frames());
    String page = page(outcome);
    WholeFile.write(out.resolve("WHAT-TO-LOOK-AT.txt"), page.getBytes(StandardCharsets.UTF_8));
    surroundings.out().print(page);
    surroundings.out().flush();
    return true;
  }

  private String page(TrainingRun.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        """
        What to look at in %s

        contact-sheet.png   Time runs from left to right. Top row: a daisy that the networks
                            have never seen. Middle row: what the generator made of each of
                            its frames. Bottom row: the peony drawn from the same motion,
                            the truth, which the networks have not seen either. The middle
                            row should open and close with the top one and look like the
                            bottom one.
        side-by-side.mp4    The daisy on the left, the retargeted peony on the right.
        retargeted.mp4      The peony alone: synthetic video, and tagged so.
        clips/              The drawn videos; state.csv has the bloom of every frame.
        run/                The training run: samples/ shows how it came about.

        %d training steps in %s. Longer training is sharper: --minutes 30.
        With videos of your own:
          recycle train --a daisy.mp4 --b dandelion.mp4 --out runs/bloom
          recycle retarget runs/bloom daisy.mp4 -o dandelion-in-sync.mp4
        """,
        out,
        outcome.step(),
        Progress.duration(Math.round(outcome.seconds())));
  }
}
