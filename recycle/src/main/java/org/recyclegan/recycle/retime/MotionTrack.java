package org.recyclegan.recycle.retime;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.store.ShotCuts;

/**
 * The motion of a video, frame by frame, as features that videos of different looks share: how fast
 * it moves, grows and turns (rates, a second), and what these have added up to since the shot began
 * (states: where it is, how large, how far it has turned). Memory: a few numbers a frame.
 */
final class MotionTrack {

  /** Rates, then states. */
  static final int FEATURES = 9;

  /** The last of the rates: how much changes at all. Those before it have a direction. */
  static final int CHANGE = 4;

  /** Rates come before states. */
  static final int RATES = CHANGE + 1;

  private static final int SIDE = 48;

  /** Of the window that rates are averaged in, to either side, in seconds. */
  private static final double SMOOTHING = 0.1;

  private final TimeBase timeBase;
  private final Resampler small;
  private final ShotCuts shotCuts;
  private final List<double[]> rates = new ArrayList<>();
  private final ImmutableLongArray.Builder times = ImmutableLongArray.builder();
  private float @Nullable [] before;
  private long timeBefore;

  MotionTrack(Size frames, TimeBase timeBase) {
    this.timeBase = timeBase;
    small = Resampler.of(frames.width(), frames.height(), SIDE, SIDE);
    shotCuts = ShotCuts.of(frames.width(), frames.height());
  }

  void add(Frame frame) {
    float[] now = brightness(small.apply(frame.rgb()));
    shotCuts.add(frame.rgb());
    GlobalMotion motion =
        before == null ? GlobalMotion.NONE : GlobalMotion.between(before, now, SIDE);
    double seconds =
        before == null ? 1 : Math.max(1e-3, timeBase.seconds(frame.pts() - timeBefore));
    rates.add(
        new double[] {
          motion.right() / seconds,
          motion.down() / seconds,
          motion.growth() / seconds,
          motion.turn() / seconds,
          motion.change() / seconds
        });
    times.add(frame.pts());
    before = now;
    timeBefore = frame.pts();
  }

  private static float[] brightness(byte[] rgb) {
    float[] levels = new float[rgb.length / 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          0.299f * (rgb[3 * i] & 0xff)
              + 0.587f * (rgb[3 * i + 1] & 0xff)
              + 0.114f * (rgb[3 * i + 2] & 0xff);
    }
    return levels;
  }

  int frames() {
    return rates.size();
  }

  long[] times() {
    return times.build().toArray();
  }

  /** Returns the first frame of every shot but the first; nothing may be added after it. */
  ImmutableIntArray cuts() {
    return shotCuts.finish();
  }

  /**
   * Returns the features of every frame: rates, smoothed, and states, less their mean in the shot.
   *
   * @param cuts as {@link #cuts} returned them
   */
  double[][] features(ImmutableIntArray cuts) {
    double[][] features = new double[frames()][FEATURES];
    int first = 0;
    for (int cut = 0; cut <= cuts.length(); cut++) {
      int end = cut == cuts.length() ? frames() : cuts.get(cut);
      shot(features, first, end);
      first = end;
    }
    return features;
  }

  private void shot(double[][] features, int first, int end) {
    if (first == end) {
      return;
    }
    long[] at = times();
    double[] sums = new double[FEATURES - RATES];
    double[] means = new double[sums.length];
    for (int t = first; t < end; t++) {
      // The change to a shot's first frame is the cut's.
      int from = t == first ? Math.min(first + 1, end - 1) : t;
      double[] smooth = smoothed(at, from, first + 1, end);
      System.arraycopy(smooth, 0, features[t], 0, RATES);
      double seconds = t == first ? 0 : timeBase.seconds(at[t] - at[t - 1]);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += seconds * rates.get(t)[k];
        features[t][RATES + k] = sums[k];
        means[k] += sums[k] / (end - first);
      }
    }
    for (int t = first; t < end; t++) {
      for (int k = 0; k < means.length; k++) {
        features[t][RATES + k] -= means[k];
      }
    }
  }

  private double[] smoothed(long[] at, int frame, int first, int end) {
    double[] mean = new double[RATES];
    int count = 0;
    int begin = frame;
    while (begin > first && timeBase.seconds(at[frame] - at[begin - 1]) <= SMOOTHING) {
      begin--;
    }
    for (int t = begin; t < end && timeBase.seconds(at[t] - at[frame]) <= SMOOTHING; t++) {
      for (int k = 0; k < RATES; k++) {
        mean[k] += rates.get(t)[k];
      }
      count++;
    }
    int frames = Math.max(1, count);
    return Arrays.stream(mean).map(sum -> sum / frames).toArray();
  }
}
