package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.image.Fitting;
import org.recyclegan.recycle.finish.path.Choice;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * Measures finishes where the truth is known: frames of the target are translated back, and what
 * comes of it is a source whose true answer is those frames. Their neighbourhood is barred from
 * being shown.
 *
 * <p>Cycles hide in pictures what they need to come back (Chu and others 2017, CycleGAN, a Master
 * of Steganography), which would flatter every finish. So sources are brought to 8 bits and get a
 * little noise.
 */
final class FinishContest {

  private static final int STRETCHES = 3;
  private static final int FRAMES = 16;

  /** A neighbourhood of a second each way, less where there are few frames. */
  private static final int BARRED = 25;

  private static final int LEAST_BARRED = 3;
  private static final int BARRED_SHARE = 6;

  /** Standard deviation in 8-bit levels: hardly visible, and enough to drown what is hidden. */
  private static final double NOISE = 2;

  private static final long SEED = 20171207;

  private final FrameTranslator forth;
  private final FrameTranslator back;
  private final RealFinish.Target target;
  private final SplittableRandom random = new SplittableRandom(SEED);

  /**
   * Prepares to measure.
   *
   * @param forth the generator that leads to the target
   * @param back the generator that leads from it
   */
  FinishContest(FrameTranslator forth, FrameTranslator back, RealFinish.Target target) {
    this.forth = forth;
    this.back = back;
    this.target = target;
  }

  /**
   * Returns the best.
   *
   * @param scores of all finishes, at least one
   */
  static FinishKind best(List<FinishScore> scores) {
    return scores.stream()
        .max(Comparator.comparingDouble(FinishScore::ssim))
        .map(FinishScore::finish)
        .orElseThrow();
  }

  /**
   * Measures every finish.
   *
   * @param stop asked for every frame
   * @return their scores; empty if it was stopped
   * @throws IOException if a video cannot be read
   */
  Optional<List<FinishScore>> measure(BooleanSupplier stop) throws IOException {
    Similarity real = new Similarity();
    Similarity guide = new Similarity();
    Similarity none = new Similarity();
    int count = target.index().frames().count();
    int length = Math.min(FRAMES, Math.max(1, count / STRETCHES));
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      int first = (int) ((2L * stretch + 1) * count / (2 * STRETCHES)) - length / 2;
      Trial trial = new Trial(Math.max(0, first), length);
      if (!trial.read(stop)) {
        return Optional.empty();
      }
      trial.measure(real, guide, none);
    }
    return Optional.of(
        List.of(
            real.score(FinishKind.REAL),
            guide.score(FinishKind.GUIDE),
            none.score(FinishKind.NONE)));
  }

  private Frame noisy(Frame frame) {
    byte[] rgb = new byte[frame.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      long level = Math.round(Byte.toUnsignedInt(frame.rgb()[i]) + NOISE * random.nextGaussian());
      rgb[i] = (byte) Math.max(0, Math.min(255, level));
    }
    return frame.withPixels(frame.width(), frame.height(), rgb);
  }

  private CandidateReader reader(int[] path) {
    return new CandidateReader(
        target.videos(),
        target.index().frames(),
        target.opener(),
        path,
        CandidateReader.HELD_BYTES);
  }

  /** One stretch of the target as a source. */
  private final class Trial {

    private final int first;
    private final int length;
    private final Size size = target.index().frames().size();
    private final Size network = Retargeter.networkSize(size, back.shortSide());
    private final Fitting fitting = new Fitting(size);
    private final List<Frame> sources = new ArrayList<>();
    private final List<Frame> translations = new ArrayList<>();

    Trial(int first, int length) {
      this.first = first;
      this.length = length;
    }

    private int[] truth() {
      int[] path = new int[length];
      for (int i = 0; i < length; i++) {
        path[i] = first + i;
      }
      return path;
    }

    /** Translates the frames back and forth. Returns false if it was stopped. */
    boolean read(BooleanSupplier stop) throws IOException {
      Resampler shrink =
          Resampler.of(size.width(), size.height(), network.width(), network.height());
      List<Frame> small = new ArrayList<>();
      try (CandidateReader frames = reader(truth())) {
        Frame frame = frames.next();
        while (frame != null) {
          if (stop.getAsBoolean()) {
            return false;
          }
          small.add(shrink.apply(fitting.apply(frame)));
          frame = frames.next();
        }
      }
      Batches.translate(back, small).forEach(source -> sources.add(noisy(source)));
      translations.addAll(Batches.translate(forth, sources));
      return true;
    }

    void measure(Similarity real, Similarity guide, Similarity none) throws IOException {
      byte[] own = thumbnails(sources);
      byte[] translated = thumbnails(translations);
      int barred =
          Math.max(LEAST_BARRED, Math.min(BARRED, target.index().frames().count() / BARRED_SHARE));
      Choice choice =
          target
              .matching()
              .choose(
                  own,
                  translated,
                  DomainMeans.of(target.index().back(), translated),
                  PathKind.FREE,
                  (frame, candidate) -> Math.abs(candidate - (first + frame)) <= barred);
      Resampler enlarge =
          Resampler.of(network.width(), network.height(), size.width(), size.height());
      GuidedFinish guided = new GuidedFinish();
      try (CandidateReader truths = reader(truth());
          CandidateReader chosen = reader(choice.candidates())) {
        for (int i = 0; i < length; i++) {
          Frame truth = fitting.apply(present(truths.next()));
          real.add(fitting.apply(present(chosen.next())), truth);
          none.add(enlarge.apply(translations.get(i)), truth);
          Frame source = enlarge.apply(sources.get(i));
          guide.add(guided.finish(source, sources.get(i), translations.get(i)), truth);
        }
      }
    }

    private byte[] thumbnails(List<Frame> frames) {
      Thumbnails small = new Thumbnails(network, target.aspect());
      byte[] all = new byte[frames.size() * Thumbnails.VALUES];
      for (int i = 0; i < frames.size(); i++) {
        System.arraycopy(small.of(frames.get(i)), 0, all, i * Thumbnails.VALUES, Thumbnails.VALUES);
      }
      return all;
    }
  }

  private static Frame present(@Nullable Frame frame) {
    if (frame == null) {
      throw new IllegalStateException("A path is as long as it is");
    }
    return frame;
  }
}
