package org.recyclegan.eval.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;

/**
 * Collects the features of any number of videos: one sample a frame, or one for each run of
 * consecutive frames that do not overlap. Of a video no more than one sample is in memory.
 */
public final class FeatureSet {

  private final FeatureExtractor extractor;
  private final int framesPerSample;
  private final List<float[]> samples = new ArrayList<>();

  /**
   * Starts a set.
   *
   * @param extractor sees a sample
   * @param framesPerSample how many frames it sees at once: 1 for an image network, 16 for FVD
   * @throws IllegalArgumentException if that is less than 1
   */
  public FeatureSet(FeatureExtractor extractor, int framesPerSample) {
    if (framesPerSample < 1) {
      throw new IllegalArgumentException("Expected at least 1 frame, found " + framesPerSample);
    }
    this.extractor = extractor;
    this.framesPerSample = framesPerSample;
  }

  /**
   * Takes a video in. Frames at its end that do not fill a sample are left out.
   *
   * @param video read to its end, not closed
   * @throws IOException if reading or the network fails
   */
  public void add(FrameSource video) throws IOException {
    List<Frame> sample = new ArrayList<>(framesPerSample);
    for (Frame frame = video.next(); frame != null; frame = video.next()) {
      sample.add(frame);
      if (sample.size() == framesPerSample) {
        samples.add(extractor.features(List.copyOf(sample)));
        sample.clear();
      }
    }
  }

  /** Returns how much was collected. */
  public int size() {
    return samples.size();
  }

  /**
   * Returns a part of what was collected, evenly spread: sets are compared at equal sizes.
   *
   * @param count at most {@link #size()}
   * @return one row a sample
   * @throws IllegalArgumentException as {@link #matrix()}
   */
  public FeatureMatrix thinned(int count) {
    List<float[]> part = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      part.add(samples.get((int) ((long) i * samples.size() / count)));
    }
    return FeatureMatrix.of(part);
  }

  /**
   * Returns what was collected.
   *
   * @return one row a sample
   * @throws IllegalArgumentException if there are fewer than two samples, or the extractor returned
   *     different numbers of features, or one that is not finite
   */
  public FeatureMatrix matrix() {
    return FeatureMatrix.of(samples);
  }
}
