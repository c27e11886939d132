package org.recyclegan.video.excerpt;

import org.recyclegan.video.Size;

/** Where a thing is in every frame of a video: a rectangle that may move and grow. */
public interface BoxTrack {

  /** Returns the one size that all its rectangles are brought to. */
  Size size();

  /**
   * Returns the rectangle in a frame.
   *
   * @param frame its number, from 0; beyond the last known one, where that was
   */
  Box at(long frame);

  /** Returns the track of what does not move. */
  static BoxTrack of(Box box) {
    return new BoxTrack() {
      @Override
      public Size size() {
        return box.size();
      }

      @Override
      public Box at(long frame) {
        return box;
      }
    };
  }
}
