package org.recyclegan.recycle.retarget;

import org.recyclegan.video.Frame;

/** Makes a frame of the source's size from a translation. Called by several threads at once. */
@FunctionalInterface
public interface FrameFinish {

  /**
   * Finishes a frame.
   *
   * @param source as it was read
   * @param small the source at the network's size
   * @param translated what the network made of it, of the same size
   * @return a frame of the source's size and time
   */
  Frame finish(Frame source, Frame small, Frame translated);
}
