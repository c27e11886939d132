package org.recyclegan.recycle.finish;

import java.util.List;

/**
 * The frames that may be shown, in small: each as a thumbnail, and as the thumbnail of what the
 * generator that leads back makes of it. Arrays are shared, not copied.
 */
final class CandidateIndex {

  private final CandidateFrames frames;
  private final int[] shots;
  private final byte[] own;
  private final byte[] back;

  /**
   * Takes the parts.
   *
   * @param videos in order; their frames follow each other
   * @param shots the shot of every frame, ascending; a shot is of one video
   * @param own thumbnails of all frames, one after the other, {@link Thumbnails#VALUES} bytes each
   * @param back thumbnails of what leads back
   * @throws IllegalArgumentException if they are not of the same frames, or of none
   */
  CandidateIndex(List<CandidateVideo> videos, int[] shots, byte[] own, byte[] back) {
    frames = new CandidateFrames(videos);
    int count = frames.count();
    if (count < 1
        || shots.length != count
        || own.length != count * Thumbnails.VALUES
        || back.length != own.length) {
      throw new IllegalArgumentException(
          "The parts of an index do not fit each other: " + count + " frames");
    }
    this.shots = shots;
    this.own = own;
    this.back = back;
  }

  /** Returns the videos; their frames follow each other. */
  CandidateFrames frames() {
    return frames;
  }

  /** Returns the shot of every frame, ascending. */
  int[] shots() {
    return shots;
  }

  /** Returns the thumbnails of all frames. */
  byte[] own() {
    return own;
  }

  /** Returns the thumbnails of what leads back from them. */
  byte[] back() {
    return back;
  }

  /** Returns the number of candidates. */
  int count() {
    return shots.length;
  }
}
