package org.recyclegan.eval;

import java.io.IOException;
import org.recyclegan.video.Frame;

/**
 * Brings a frame to another size: the toolkit's one way of resizing, supplied by the caller.
 *
 * <p>A fitter may keep state and need not be safe for use from several threads at once: an
 * evaluation has one of its own for each video, and gives it one frame after the other. Threads may
 * differ from frame to frame; each sees what the one before has done.
 */
@FunctionalInterface
public interface FrameFitter {

  /**
   * Resizes a frame.
   *
   * @param frame of any size
   * @param width wanted, in pixels
   * @param height wanted, in pixels
   * @return the same picture and timestamp in that size
   * @throws IOException if it cannot be done
   */
  Frame fit(Frame frame, int width, int height) throws IOException;
}
