package org.recyclegan.worlds;

import org.recyclegan.video.FrameRate;
import org.recyclegan.worlds.model.Skin;

/**
 * What is drawn of a world.
 *
 * @param seed determines everything: looks, motions, noise
 * @param clips for training, of each domain; 0 where only held-out ones are wanted
 * @param testClips held out, each drawn with both skins
 * @param frames in a clip
 * @param size of the square pictures, in pixels, even (4:2:0 video halves it)
 * @param rate frames a second
 */
public record DrawOptions(
    long seed, int clips, int testClips, int frames, int size, FrameRate rate) {

  /** Of all clips together: their states fit into memory. */
  static final long MOST_FRAMES = 1_000_000;

  /** More clips than this do not fit the three digits of their names. */
  private static final int MAX_CLIPS = 1000;

  /** A triplet of frames is the least that training can use. */
  private static final int MIN_FRAMES = 3;

  private static final DrawOptions DEFAULTS =
      new DrawOptions(
          /* seed= */ 1,
          /* clips= */ 4,
          /* testClips= */ 1,
          /* frames= */ 150,
          /* size= */ 64,
          FrameRate.of(25));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public DrawOptions {
    require(clips >= 0 && clips <= MAX_CLIPS, "clips: expected 0 to 1000, found " + clips);
    require(
        testClips >= 1 && testClips <= MAX_CLIPS,
        "test clips: expected 1 to 1000, found " + testClips);
    require(frames >= MIN_FRAMES, "frames: expected at least 3, found " + frames);
    long all = 2L * (clips + testClips) * frames;
    require(
        all <= MOST_FRAMES, "frames: expected at most " + MOST_FRAMES + " in all, found " + all);
    require(
        size >= Skin.MIN_SIZE && size <= Skin.MAX_SIZE && size % 2 == 0,
        "size: expected an even number from 16 to 1024, found " + size);
  }

  /** Returns the defaults. */
  public static DrawOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the number of frames of all clips together.
   *
   * @return training and held-out clips of both domains
   */
  public long totalFrames() {
    return 2L * (clips + testClips) * frames;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
