package org.recyclegan.video.store;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All triplets (x_t, x_t+stride, x_t+2·stride) of a part of a {@link FrameStore}, numbered from 0:
 * each within one shot, counted in the frames that are stored, so that repeats do not count.
 *
 * <p>Safe for use from several threads at once, as long as each has its own buffer and generator.
 */
public final class Triplets {

  /** Frames of a triplet. */
  public static final int LENGTH = 3;

  private final FrameStore store;
  private final int stride;
  private final List<Run> runs;
  // Number of triplets before each run.
  private final int[] before;
  private final int count;

  /** Consecutive triplets: the frame, counted over the store, that begins the first, and so on. */
  private record Run(StoredClip stored, int firstFrame, int triplets) {
    Clip clip() {
      return stored.clip();
    }
  }

  private Triplets(FrameStore store, int stride, List<Run> runs) {
    this.store = store;
    this.stride = stride;
    this.runs = runs;
    before = new int[runs.size()];
    int sum = 0;
    for (int i = 0; i < before.length; i++) {
      before[i] = sum;
      sum += runs.get(i).triplets();
    }
    count = sum;
  }

  static Triplets training(FrameStore store, List<StoredClip> clips, int stride) {
    List<Run> runs = new ArrayList<>();
    for (StoredClip stored : clips) {
      addRuns(stored, 0, stored.clip().trainingFrames(), stride, runs);
    }
    return new Triplets(store, stride, runs);
  }

  static Triplets heldOut(FrameStore store, List<StoredClip> clips, int stride) {
    List<Run> runs = new ArrayList<>();
    for (StoredClip stored : clips) {
      addRuns(stored, stored.clip().trainingFrames(), stored.clip().frames(), stride, runs);
    }
    return new Triplets(store, stride, runs);
  }

  /** Returns whether a clip has any triplet to train on, at the least stride. */
  static boolean hasTraining(StoredClip stored) {
    List<Run> runs = new ArrayList<>();
    addRuns(stored, 0, stored.clip().trainingFrames(), 1, runs);
    return !runs.isEmpty();
  }

  /** Adds what lies between two frames of a clip, shot by shot. */
  private static void addRuns(StoredClip stored, int from, int to, int stride, List<Run> runs) {
    int shotStart = from;
    for (int cut : stored.cuts().asList()) {
      if (cut > shotStart && cut < to) {
        addRun(stored, shotStart, cut, stride, runs);
        shotStart = cut;
      }
    }
    addRun(stored, shotStart, to, stride, runs);
  }

  private static void addRun(StoredClip stored, int from, int to, int stride, List<Run> runs) {
    long triplets = to - from - (LENGTH - 1L) * stride;
    if (triplets > 0) {
      runs.add(new Run(stored, stored.clip().firstFrame() + from, (int) triplets));
    }
  }

  /**
   * Returns how many triplets there are.
   *
   * @return at least 0
   */
  public int count() {
    return count;
  }

  /**
   * Returns the distance between the frames of a triplet.
   *
   * @return in stored frames, at least 1
   */
  public int stride() {
    return stride;
  }

  /**
   * Returns which frame of the store a triplet has at a place.
   *
   * @param index of the triplet, 0 to {@code count() - 1}
   * @param position 0, 1 or 2
   */
  public int frameOf(int index, int position) {
    if (position < 0 || position >= LENGTH) {
      throw new IndexOutOfBoundsException("A triplet has no frame " + position);
    }
    int run = runOf(index);
    return runs.get(run).firstFrame() + index - before[run] + position * stride;
  }

  /**
   * Returns the width of a triplet's frames.
   *
   * @param index of the triplet, 0 to {@code count() - 1}
   * @return pixels
   */
  public int width(int index) {
    return runs.get(runOf(index)).clip().width();
  }

  /**
   * Returns the height of a triplet's frames.
   *
   * @param index of the triplet, 0 to {@code count() - 1}
   * @return pixels
   */
  public int height(int index) {
    return runs.get(runOf(index)).clip().height();
  }

  /**
   * Reads one square, the same of all three frames.
   *
   * @param index of the triplet, 0 to {@code count() - 1}
   * @param cropX pixels left of the square
   * @param cropY pixels above the square
   * @param side of the square in pixels
   * @param dst receives {@code 3 * side * side * 3} bytes from its position on, which advances:
   *     frame by frame, each RGB, HWC (so NHWC with N = 3)
   * @throws IndexOutOfBoundsException if there is no such triplet
   * @throws IllegalArgumentException if the square is not within the frame
   * @throws BufferOverflowException if the buffer has less room
   * @throws IllegalStateException if the store is closed
   */
  public void read(int index, int cropX, int cropY, int side, ByteBuffer dst) {
    int run = runOf(index);
    Clip clip = runs.get(run).clip();
    checkFits(clip, cropX, cropY, side);
    if ((long) LENGTH * Clip.CHANNELS * side * side > dst.remaining()) {
      throw new BufferOverflowException();
    }
    int first = runs.get(run).firstFrame() + index - before[run] - clip.firstFrame();
    MappedFrames.ByteCrop crop =
        new MappedFrames.ByteCrop(Clip.CHANNELS * cropX, cropY, Clip.CHANNELS * side, side);
    for (int position = 0; position < LENGTH; position++) {
      store.copy(runs.get(run).stored(), first + position * stride, crop, dst);
    }
  }

  /**
   * Reads a random square of a random triplet: each triplet is as likely as every other, then each
   * place of the square within the frame, the last row and column of places included.
   *
   * @param random decides; the same generator state gives the same bytes
   * @param side of the square in pixels
   * @param dst as for {@link #read}
   * @throws IllegalArgumentException if the frames are smaller than the square
   * @throws IllegalStateException if there is no triplet, or the store is closed
   */
  public void sample(RandomGenerator random, int side, ByteBuffer dst) {
    if (count == 0) {
      throw new IllegalStateException("There is no triplet to draw from");
    }
    int index = random.nextInt(count);
    Clip clip = runs.get(runOf(index)).clip();
    checkFits(clip, 0, 0, side);
    int cropX = random.nextInt(clip.width() - side + 1);
    int cropY = random.nextInt(clip.height() - side + 1);
    read(index, cropX, cropY, side, dst);
  }

  private int runOf(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("There are " + count + " triplets, none is " + index);
    }
    int found = Arrays.binarySearch(before, index);
    return found >= 0 ? found : -found - 2;
  }

  private static void checkFits(Clip clip, int cropX, int cropY, int side) {
    if (side < 1
        || cropX < 0
        || cropY < 0
        || (long) cropX + side > clip.width()
        || (long) cropY + side > clip.height()) {
      throw new IllegalArgumentException(
          "Expected a square within "
              + clip.width()
              + "x"
              + clip.height()
              + ", found side "
              + side
              + " at ("
              + cropX
              + ", "
              + cropY
              + ")");
    }
  }
}
