package org.recyclegan.recycle.retime;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.recyclegan.recycle.finish.CandidateFrames;
import org.recyclegan.recycle.finish.CandidateVideo;
import org.recyclegan.recycle.finish.TargetVideo;
import org.recyclegan.recycle.finish.path.DistanceCosts;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.finish.path.PathSearch;
import org.recyclegan.recycle.finish.path.UnaryCosts;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/**
 * Chooses frames of a target that move as a source does. The target's videos are read once, however
 * many sources follow.
 */
public final class Retimer {

  /** What a jump costs beside two random candidates, which are 1 apart. */
  private static final float MOTION = 1;

  private final CandidateFrames frames;
  private final float[][] features;
  private final int[] shots;

  private Retimer(CandidateFrames frames, float[][] features, int[] shots) {
    this.frames = frames;
    this.features = features;
    this.shots = shots;
  }

  /**
   * What was chosen.
   *
   * @param times of the source's frames, in ticks
   * @param frames a frame of the target for each
   * @param path free or monotone
   */
  public record Chosen(ImmutableLongArray times, ImmutableIntArray frames, PathKind path) {}

  /**
   * Reads the target's videos.
   *
   * @param indexed told the number of frames read so far
   * @return empty if it was stopped
   * @throws InputException if they have fewer than two frames, or a video cannot be used
   */
  public static Optional<Retimer> of(
      List<TargetVideo> videos, FrameOpener opener, LongConsumer indexed, BooleanSupplier stop)
      throws IOException {
    List<CandidateVideo> candidates = new ArrayList<>();
    List<double[][]> motions = new ArrayList<>();
    List<Integer> shots = new ArrayList<>();
    long before = 0;
    for (TargetVideo video : videos) {
      long done = before;
      Optional<MotionReader.Read> read;
      try (FrameSource source = opener.open(video.path())) {
        read = MotionReader.read(source, frame -> indexed.accept(done + frame), stop);
      }
      if (read.isEmpty()) {
        return Optional.empty();
      }
      int count = read.get().track().frames();
      before += count;
      candidates.add(new CandidateVideo(video.sha256(), read.get().size(), count));
      motions.add(read.get().features());
      int shot = shots.isEmpty() ? 0 : shots.get(shots.size() - 1) + 1;
      for (int i = 0; i < count; i++) {
        shot += read.get().cuts().contains(i) ? 1 : 0;
        shots.add(shot);
      }
    }
    if (before < 2) {
      throw new InputException(
          videos.isEmpty() ? "No videos to take frames from" : videos.get(0).path().toString(),
          "at least 2 frames to choose from",
          Long.toString(before),
          "Name videos of the target with `frames-from`.");
    }
    MotionScale scale = new MotionScale(motions);
    float[][] features =
        motions.stream()
            .flatMap(video -> Arrays.stream(scale.apply(video)))
            .toArray(float[][]::new);
    return Optional.of(
        new Retimer(
            new CandidateFrames(candidates),
            features,
            shots.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Returns the frames that are chosen from. */
  public CandidateFrames frames() {
    return frames;
  }

  /**
   * Chooses a frame of the target for every frame of a source.
   *
   * @param source read to its end
   * @param kind which paths are allowed
   * @param looked told the number of frames read so far
   * @return empty if it was stopped
   * @throws InputException if the source has no frames
   */
  public Optional<Chosen> choose(
      FrameSource source, PathKind kind, LongConsumer looked, BooleanSupplier stop)
      throws IOException {
    Optional<MotionReader.Read> read = MotionReader.read(source, looked, stop);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    double[][] motion = read.get().features();
    if (motion.length == 0) {
      throw new InputException("The source", "frames", "none", "Choose another one.");
    }
    float[][] own = new MotionScale(List.<double[][]>of(motion)).apply(motion);
    UnaryCosts costs = new DistanceCosts(own, features);
    // Rates come and go while something happens once; what they add up to does not.
    Optional<int[]> once =
        new PathSearch(states(features), shots, MOTION).monotone(costs, states(own), kind);
    int[] path = once.orElseGet(() -> new PathSearch(features, shots, MOTION).free(costs));
    return Optional.of(
        new Chosen(
            ImmutableLongArray.copyOf(read.get().track().times()),
            ImmutableIntArray.copyOf(path),
            once.isPresent() ? PathKind.MONOTONE : PathKind.FREE));
  }

  private static float[][] states(float[][] features) {
    return Arrays.stream(features)
        .map(frame -> Arrays.copyOfRange(frame, MotionTrack.RATES, frame.length))
        .toArray(float[][]::new);
  }
}
