package org.recyclegan.video.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * Finds hard cuts in a clip, fed frame by frame; memory does not depend on the clip's length.
 *
 * <p>As PySceneDetect's {@code AdaptiveDetector}, a change between two frames is a cut if it is
 * large in itself and large against the changes around it, so that fast motion, which changes every
 * frame much, is none. Two things differ. The change is the mean absolute difference of RGB levels
 * in a thumbnail, because hue is undefined in grey footage. And the change counted at frame i is
 * the least difference between any of the {@value #REACH} frames before and any of the {@value
 * #REACH} frames from i on, so that a flash, after which the old picture returns, is none either;
 * consequently a shot shorter than {@value #REACH} frames that returns to the old picture counts as
 * a flash. Dissolves and fades are not found.
 *
 * <p>Defaults measured on real clips: {@link #RATIO} is PySceneDetect's; with {@link #LEAST_CHANGE}
 * talking heads, a blooming flower, clouds and a webcam that drops frames have no cut.
 *
 * <p>Reference: PySceneDetect, scenedetect/detectors/adaptive_detector.py at 006fe37
 * (BSD-3-Clause).
 */
public final class ShotCuts {

  /** A cut changes the picture at least this many times as much as its neighbours do on average. */
  static final double RATIO = 3;

  /** A cut changes the picture by at least this number of 8-bit levels on average. */
  static final double LEAST_CHANGE = 12;

  private static final int REACH = 3;
  private static final int NEIGHBOURS = 2;
  private static final int THUMBNAIL_SIDE = 32;

  private final Resampler thumbnails;
  // Frames and the changes that lead to them, the oldest first, as far as a verdict needs them.
  private final List<byte[]> recent = new ArrayList<>();
  private final List<Double> changes = new ArrayList<>();
  private final ImmutableIntArray.Builder cuts = ImmutableIntArray.builder();
  private int fed;
  private int judged = 1;

  private ShotCuts(Size frames) {
    Size small =
        frames.shortSide() <= THUMBNAIL_SIDE
            ? frames
            : Resampler.shortSide(frames.width(), frames.height(), THUMBNAIL_SIDE);
    thumbnails = Resampler.of(frames.width(), frames.height(), small.width(), small.height());
  }

  /**
   * Starts with a clip.
   *
   * @param width of its frames in pixels
   * @param height of its frames in pixels
   * @return a detector that has seen no frame
   */
  public static ShotCuts of(int width, int height) {
    return new ShotCuts(new Size(width, height));
  }

  /**
   * Takes the next frame. Frames that merely repeat the one before should be left out: they make
   * their neighbours' ordinary motion look sudden.
   *
   * @param rgb bytes of the frame, RGB, HWC; kept, so not to be changed afterwards
   * @throws IllegalArgumentException if the array does not fit the clip's size
   */
  public void add(byte[] rgb) {
    byte[] thumbnail = thumbnails.apply(rgb);
    changes.add(fed == 0 ? 0.0 : MeanDifference.of(recent.get(recent.size() - 1), thumbnail));
    recent.add(thumbnail);
    fed++;
    if (fed - judged == REACH) {
      judgeNext();
    }
  }

  /**
   * Judges the last frames, for which there is nothing left to wait for, and returns all cuts. The
   * clip is over then: nothing may be added.
   *
   * @return the frames that begin a new shot, ascending, counted from 0; never 0
   */
  public ImmutableIntArray finish() {
    while (judged < fed) {
      judgeNext();
    }
    return cuts.build();
  }

  private void judgeNext() {
    int oldest = fed - recent.size();
    if (isCut(judged - oldest)) {
      cuts.add(judged);
    }
    judged++;
    if (judged - oldest > REACH) {
      recent.remove(0);
      changes.remove(0);
    }
  }

  private boolean isCut(int at) {
    if (changes.get(at) < LEAST_CHANGE) {
      return false;
    }
    double least = leastChangeAcross(at);
    return least >= LEAST_CHANGE && least >= RATIO * meanChangeAround(at);
  }

  private double leastChangeAcross(int at) {
    double least = Double.POSITIVE_INFINITY;
    for (int before = Math.max(0, at - REACH); before < at; before++) {
      for (int after = at; after < Math.min(recent.size(), at + REACH); after++) {
        least = Math.min(least, MeanDifference.of(recent.get(before), recent.get(after)));
      }
    }
    return least;
  }

  private double meanChangeAround(int at) {
    // The very first frame has no change that leads to it.
    int first = fed == recent.size() ? 1 : 0;
    double sum = 0;
    int count = 0;
    for (int i = Math.max(first, at - NEIGHBOURS);
        i <= Math.min(changes.size() - 1, at + NEIGHBOURS);
        i++) {
      if (i != at) {
        sum += changes.get(i);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
