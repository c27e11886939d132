package org.recyclegan.eval.features;

import java.io.IOException;
import org.recyclegan.video.Frame;

/** A network that compares two pictures, such as LPIPS. */
@FunctionalInterface
public interface PerceptualDistance {

  /**
   * Compares two pictures.
   *
   * @param a a frame
   * @param b a frame of the same size
   * @return their distance, at least 0
   * @throws IOException if the network fails
   */
  double between(Frame a, Frame b) throws IOException;
}
