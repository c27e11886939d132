package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.run.TrainingInputs;
import org.recyclegan.service.Progress;
import org.recyclegan.video.InputException;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.worlds.ClipWriter;
import org.recyclegan.worlds.DrawnStates;
import org.recyclegan.worlds.model.Side;

/** The drawn clips of a study. */
public final class StudyClips {

  /**
   * Finer than to watch: the camera's noise has to survive, or frames in which little moves repeat
   * the one before and are left out of training, which then sees uneven time.
   */
  private static final int QUANTIZER = 8;

  private final Session session;
  private final StudyRequest setup;
  private @Nullable TrainingInputs training;

  /**
   * A held-out clip.
   *
   * @param source what is retargeted
   * @param truth what should come out
   * @param states of all frames, in the world's order
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  public record HeldOutClip(Path source, Path truth, double[][] states) {}

  public StudyClips(Session session, StudyRequest setup) {
    this.session = session;
    this.setup = setup;
  }

  /**
   * Draws the missing clips.
   *
   * @throws CancellationException if it is stopped
   */
  public void draw() throws IOException {
    if (DrawnStates.areIn(setup.clips())) {
      return;
    }
    session.listener().message("drawing " + setup.world().name());
    WriteOptions options = WriteOptions.defaults().withOverwrite(true).withH264Quantizer(QUANTIZER);
    ClipWriter writer =
        new ClipWriter(
            setup.world(),
            setup.drawing(),
            (path, like) -> VideoWriter.create(path, like, options));
    long frames = setup.drawing().totalFrames();
    writer.write(
        setup.clips(),
        /* replace= */ true,
        session.stop(),
        drawn -> session.listener().progress(Progress.of("frame", drawn, frames)));
    if (!DrawnStates.areIn(setup.clips())) {
      throw new CancellationException("stopped");
    }
  }

  /** Returns the training clips, hashed once for all trainings. */
  TrainingInputs training() throws IOException {
    TrainingInputs inputs = training;
    if (inputs == null) {
      inputs = TrainingInputs.of(training(Side.A), training(Side.B));
      training = inputs;
    }
    return inputs;
  }

  private List<Path> training(Side domain) {
    List<Path> clips = new ArrayList<>();
    for (int i = 0; i < setup.drawing().clips(); i++) {
      clips.add(file("", domain, i));
    }
    return clips;
  }

  public List<HeldOutClip> heldOut(Direction direction) throws IOException {
    Map<String, double[][]> states = DrawnStates.read(setup.clips());
    Side from = direction == Direction.A2B ? Side.A : Side.B;
    Side to = direction == Direction.A2B ? Side.B : Side.A;
    List<HeldOutClip> clips = new ArrayList<>();
    for (int i = 0; i < setup.drawing().testClips(); i++) {
      double[][] ofClip = states.get(name("test-", from, i));
      if (ofClip == null || ofClip.length == 0) {
        throw new InputException(
            "The clips in " + setup.clips(),
            "states of " + name("test-", from, i),
            "none",
            "Choose another folder.");
      }
      clips.add(new HeldOutClip(file("test-", from, i), file("test-", to, i), ofClip));
    }
    return clips;
  }

  private Path file(String prefix, Side domain, int number) {
    return setup.clips().resolve(name(prefix, domain, number) + ".mp4");
  }

  private static String name(String prefix, Side domain, int number) {
    return String.format(Locale.ROOT, "%s%s-%03d", prefix, domain.letter(), number);
  }
}
